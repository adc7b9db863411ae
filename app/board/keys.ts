import { DefaultSizeStyle } from 'tldraw'
import { sizes } from '#db/board/palette.ts'
import { deleteSelected, duplicateSelected, moveSelected, newPanel, step } from './actions.ts'
import { showPanel, showWholeSheet } from './camera.ts'
import type { Desk } from './desk.ts'
import type { BoardSession } from './session.ts'

export type KeyGroup = 'tools' | 'panels' | 'look' | 'board'
export type KeyEntry = {
  /** As `Kbd` writes them; any of them does it. */
  keys: readonly string[]
  /** Of words.ts. */
  label: string
  group: KeyGroup
  /** Left out for keys that another part listens for; they are listed all the same. */
  run?: (at: At) => void
  /** The key is left to tldraw while this says no. */
  when?: (at: At) => boolean
  /** Not for people who may only look. */
  draws?: true
}
type At = { session: BoardSession; desk: Desk; onDeleted(count: number): void }

const tool = (id: string) => (at: At) => void at.desk.editor.get()?.setCurrentTool(id)
const noStrokesSelected = ({ desk }: At) => !desk.editor.get()?.getSelectedShapeIds().length

/** Every key of the board: the listener below and the help sheet read this one list. */
export const keyList: readonly KeyEntry[] = [
  { keys: ['V'], label: 'tool.select', group: 'tools', run: tool('select') },
  { keys: ['H'], label: 'tool.hand', group: 'tools', run: tool('hand') },
  { keys: ['P', 'B'], label: 'tool.draw', group: 'tools', run: tool('draw'), draws: true },
  { keys: ['E'], label: 'tool.eraser', group: 'tools', run: tool('eraser'), draws: true },
  { keys: ['['], label: 'keys.smaller', group: 'tools', run: (at) => resizePen(at, -1), draws: true },
  { keys: [']'], label: 'keys.larger', group: 'tools', run: (at) => resizePen(at, 1), draws: true },
  { keys: ['Shift'], label: 'keys.straight', group: 'tools', draws: true },
  { keys: ['N'], label: 'keys.newPanel', group: 'panels', run: (at) => newPanel(at), draws: true },
  { keys: ['Mod+D'], label: 'duplicate', group: 'panels', run: duplicateSelected, draws: true },
  {
    keys: ['Delete', 'Backspace'],
    label: 'delete',
    group: 'panels',
    run: (at) => at.onDeleted(deleteSelected(at)),
    draws: true,
  },
  {
    keys: ['ArrowLeft', ','],
    label: 'keys.previous',
    group: 'panels',
    run: (at) => step(at, -1),
    when: noStrokesSelected,
  },
  {
    keys: ['ArrowRight', '.'],
    label: 'keys.next',
    group: 'panels',
    run: (at) => step(at, 1),
    when: noStrokesSelected,
  },
  {
    keys: ['Alt+ArrowLeft'],
    label: 'keys.earlier',
    group: 'panels',
    run: (at) => moveSelected(at, -1),
    draws: true,
  },
  {
    keys: ['Alt+ArrowRight'],
    label: 'keys.later',
    group: 'panels',
    run: (at) => moveSelected(at, 1),
    draws: true,
  },
  { keys: ['Mod+A'], label: 'keys.selectAll', group: 'panels', run: selectAll },
  { keys: ['1', '2', '3', '4'], label: 'keys.views', group: 'look' },
  { keys: ['Shift+1'], label: 'wholeSheet', group: 'look', run: wholeSheet },
  {
    keys: ['Shift+2', 'Enter'],
    label: 'zoomToPanel',
    group: 'look',
    run: zoomToPanel,
    when: noStrokesSelected,
  },
  { keys: ['Space'], label: 'keys.pan', group: 'look' },
  { keys: ['Escape'], label: 'keys.cancel', group: 'look', run: cancel },
  {
    keys: ['Mod+Z'],
    label: 'undo',
    group: 'board',
    run: ({ session }) => void session.undo.undo(),
    draws: true,
  },
  {
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    label: 'redo',
    group: 'board',
    run: ({ session }) => void session.undo.redo(),
    draws: true,
  },
  { keys: ['Mod+Enter'], label: 'keys.generate', group: 'board', draws: true },
  { keys: ['?'], label: 'help', group: 'board', run: ({ desk }) => desk.isHelpOpen.set(true) },
]

function resizePen({ desk }: At, by: number): void {
  const editor = desk.editor.get()
  if (!editor) return
  const now = sizes.findIndex((size) => size.name === editor.getStyleForNextShape(DefaultSizeStyle))
  const next = sizes[Math.max(0, Math.min(sizes.length - 1, now + by))]
  if (next) editor.setStyleForNextShapes(DefaultSizeStyle, next.name)
}

function selectAll({ session }: At): void {
  const { current } = session.selection.get()
  const all = session.panels.get().map((panel) => panel.id)
  session.select(all, current ?? all[0] ?? null)
}

function wholeSheet({ session, desk }: At): void {
  const editor = desk.editor.get()
  if (editor) showWholeSheet(editor, session.sheet.get())
}

function zoomToPanel({ session, desk }: At): void {
  const editor = desk.editor.get()
  const { current } = session.selection.get()
  if (editor && current) showPanel(editor, session.sheet.get(), current)
}

function cancel({ session, desk }: At): void {
  const editor = desk.editor.get()
  if (desk.following.get() !== null) desk.following.set(null)
  else if (editor?.inputs.isPointing || editor?.getSelectedShapeIds().length) editor.cancel().selectNone()
  else if (session.selection.get().panels.length > 1) session.select([session.selection.get().current!])
  else session.select([])
}

/** The name of a pressed key, as the list above writes it. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
) {
  const { key, code } = event
  // A Japanese input method reports `Process`, and Shift turns digits into signs: the place of the key counts then.
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const isLatin = /^[a-z]$/i.test(key)
  const isSign = key.length === 1 && !isLatin && !/\d/.test(key) && key !== ' '
  const name = isLatin ? key.toUpperCase() : key === ' ' ? 'Space' : key.length === 1 ? key : (letter ?? key)
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  if (event.shiftKey && digit && !mod && !alt) return `Shift+${digit}`
  const shift = event.shiftKey && !isSign ? 'Shift+' : ''
  return `${mod}${alt}${shift}${name}`
}

/** Keys belong to fields, dialogs and menus first. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]:not(.board-cells), [role="slider"]',
  ) !== null

export function listenForKeys(at: At): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return
    // Enter and Space press the button that has the focus.
    const name = keyName(event)
    if (
      (name === 'Enter' || name === 'Space') &&
      event.target instanceof Element &&
      event.target.closest('button, a')
    )
      return
    const entry = keyList.find((each) => each.run && each.keys.includes(name))
    if (!entry || (entry.draws && !at.session.can('board.draw')) || (entry.when && !entry.when(at))) return
    event.preventDefault()
    entry.run?.(at)
  }
  // Before tldraw, whose own listener sits deeper and would, for example, nudge or cancel first.
  window.addEventListener('keydown', onKey, { capture: true })
  return () => window.removeEventListener('keydown', onKey, { capture: true })
}
