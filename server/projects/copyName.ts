import type { Language } from '#server/trpc.ts'

/** "Harbour" becomes "Harbour (copy)", and no longer than a name may be. */
export function copyName(name: string, language: Language): string {
  const behind = language === 'ja' ? ' のコピー' : ' (copy)'
  return [...name].slice(0, 80 - behind.length).join('') + behind
}
