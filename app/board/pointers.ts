import type { Editor } from 'tldraw'
import type { Placed } from '#db/board/sheet.ts'
import { pick } from './actions.ts'
import { showPanel } from './camera.ts'
import { panelAt } from './chooseOpen.ts'
import type { Desk } from './desk.ts'
import type { BoardSession } from './session.ts'

type At = { session: BoardSession; desk: Desk }
/** Pixels that a click may slip. */
const slip = 5

/**
 * What a pointer on the canvas means for panels: the pen opens the panel it comes down in, a click picks it, a double
 * click goes close. In the capture phase, before tldraw: its own events run inside a transaction of its store,
 * in which a panel could not be opened.
 */
export function listenForPointers(element: HTMLElement, at: At): () => void {
  const { session, desk } = at
  let pressed: { x: number; y: number; panel: Placed | null } | null = null
  const onCanvas = (event: Event) =>
    event.target instanceof Element && event.target.closest('.tl-canvas') !== null
  const isOurs = (event: Event) =>
    event.target instanceof Element && event.target.closest('[data-sheet]') !== null
  const panelUnder = (editor: Editor, event: MouseEvent) =>
    panelAt(session.sheet.get().panels, editor.screenToPage({ x: event.clientX, y: event.clientY }))

  const onDown = (event: PointerEvent) => {
    const editor = desk.editor.get()
    desk.following.set(null)
    if (!editor || event.button !== 0 || !onCanvas(event) || isOurs(event)) return
    const panel = panelUnder(editor, event)
    pressed = { x: event.clientX, y: event.clientY, panel }
    const tool = editor.getCurrentToolId()
    if (!panel || (tool !== 'draw' && tool !== 'eraser')) return
    const { id } = panel.panel
    desk.store.get()?.hold(id)
    const { current, panels } = session.selection.get()
    if (current !== id || panels.length !== 1) session.select([id])
    // Whoever draws wants to see lines: a view that hides them gives way.
    const looking = session.looking.get()
    if (looking.view === 'paint' || looking.view === 'wipe') session.looking.set({ ...looking, view: 'both' })
  }

  const onUp = (event: PointerEvent) => {
    const editor = desk.editor.get()
    const start = pressed
    pressed = null
    if (!editor || !start || editor.getCurrentToolId() !== 'select') return
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > slip) return
    if (start.panel)
      pick(at, start.panel.panel.id, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
    else session.select([])
  }

  const onDoubleClick = (event: MouseEvent) => {
    const editor = desk.editor.get()
    if (!editor || !onCanvas(event) || isOurs(event)) return
    const tool = editor.getCurrentToolId()
    const panel = panelUnder(editor, event)
    if (panel && (tool === 'select' || tool === 'hand'))
      showPanel(editor, session.sheet.get(), panel.panel.id)
  }

  const onWheel = () => desk.following.set(null)
  const onLeave = () => session.showPresence({ cursor: null })
  const quiet = new AbortController()
  const { signal } = quiet
  element.addEventListener('pointerdown', onDown, { capture: true, signal })
  element.addEventListener('pointerup', onUp, { capture: true, signal })
  element.addEventListener('dblclick', onDoubleClick, { capture: true, signal })
  element.addEventListener('wheel', onWheel, { capture: true, passive: true, signal })
  element.addEventListener('pointerleave', onLeave, { signal })
  return () => quiet.abort()
}
