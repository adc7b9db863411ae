const macKeys: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↵' }

/** `Mod+Shift+Z` -> `⌘⇧Z` or `Ctrl+Shift+Z`. A lone `+` is the key itself. */
export function keyWords(shortcut: string, isMac: boolean): string {
  const keys = shortcut.split(/(?<=.)\+(?=.)/)
  if (isMac) return keys.map((key) => macKeys[key] ?? key).join('')
  return keys.map((key) => (key === 'Mod' ? 'Ctrl' : key)).join('+')
}
