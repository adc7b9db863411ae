import {
  addPanel,
  deletePanels,
  duplicatePanel,
  movePanels,
  readPanels,
  scenesOf,
  addScene as writeScene,
} from '#db/board/drawing.ts'
import { decodeStroke, encodeStroke } from '#db/board/stroke.ts'
import type { PanelId, SceneId } from '#db/ids.ts'
import { bringIntoView } from './camera.ts'
import type { Desk } from './desk.ts'
import { behind, type Drop } from './dropPlace.ts'
import type { BoardSession } from './session.ts'

/** The verbs of a board that a key, a button and a menu share. Each is one step of undo. */
type At = { session: BoardSession; desk: Desk }

const chosen = ({ panels, current }: { panels: readonly PanelId[]; current: PanelId | null }) =>
  panels.length ? panels : current ? [current] : []

/** Selects, and brings the current panel on screen. */
export function goTo({ session, desk }: At, panels: readonly PanelId[], current?: PanelId): void {
  session.select(panels, current)
  const editor = desk.editor.get()
  const to = current ?? panels.at(-1)
  if (editor && to) bringIntoView(editor, session.sheet.get(), to)
}

export function newPanel(at: At, place: { after?: PanelId | null; scene?: SceneId } = {}): void {
  const { session } = at
  if (!session.can('board.draw')) return
  const after = place.scene ? null : (place.after ?? session.selection.get().current)
  let made: PanelId | null = null
  session.change((drawing) => {
    made = addPanel(drawing, { after, ...(place.scene ? { scene: place.scene } : {}) })
  })
  if (made) goTo(at, [made])
}

export function newScene(at: At): void {
  const { session } = at
  if (!session.can('board.draw')) return
  let made: PanelId | null = null
  session.change((drawing) => {
    const scene = writeScene(drawing, null)
    made = addPanel(drawing, { scene })
  })
  if (made) goTo(at, [made])
}

export function removeScene({ session }: At, scene: SceneId): void {
  session.change((drawing) => {
    if (!readPanels(drawing).some((panel) => panel.scene === scene)) scenesOf(drawing).delete(scene)
  })
}

export function duplicateSelected(at: At): void {
  const { session } = at
  if (!session.can('board.draw')) return
  const made: PanelId[] = []
  session.change((drawing) => {
    for (const panel of chosen(session.selection.get())) {
      const copy = duplicatePanel(drawing, panel, (bytes, from, to) => {
        const stroke = decodeStroke(bytes)
        return stroke?.panel === from ? encodeStroke({ ...stroke, panel: to }) : null
      })
      if (copy) made.push(copy)
    }
  })
  if (made.length) goTo(at, made)
}

/** Strokes that are selected on the canvas go first; else the selected panels. Returns how many panels went. */
export function deleteSelected(at: At): number {
  const { session, desk } = at
  if (!session.can('board.draw')) return 0
  const editor = desk.editor.get()
  const strokes = editor?.getSelectedShapeIds() ?? []
  if (editor && strokes.length) {
    editor.deleteShapes(strokes)
    return 0
  }
  const going = chosen(session.selection.get())
  if (!going.length) return 0
  const all = session.panels.get().map((panel) => panel.id)
  const first = all.indexOf(going[0]!)
  session.change((drawing) => deletePanels(drawing, going))
  const left = session.panels.get()
  const next = left[Math.min(first, left.length - 1)]
  session.select(next ? [next.id] : [])
  return going.length
}

export function moveTo(at: At, panels: readonly PanelId[], drop: Drop): void {
  const { session } = at
  if (session.can('board.draw')) session.change((drawing) => movePanels(drawing, panels, drop))
}

/** The selected panels one place earlier or later in the film. */
export function moveSelected(at: At, by: -1 | 1): void {
  const { session } = at
  const going = chosen(session.selection.get())
  const all = session.panels.get()
  const places = going.map((id) => all.findIndex((panel) => panel.id === id)).sort((a, b) => a - b)
  const [first, last] = [places[0] ?? -1, places.at(-1) ?? -1]
  if (first < 0) return
  const before = all[first - 1]
  const drop = by < 0 ? before && { before: before.id } : behind(all, last + 1)
  if (drop) moveTo(at, going, drop)
}

/** The panel before or behind the current one; `extend` keeps what was selected. */
export function step(at: At, by: -1 | 1, extend = false): void {
  const all = at.session.panels.get()
  const { panels, current } = at.session.selection.get()
  const here = all.findIndex((panel) => panel.id === current)
  const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by]
  if (!next) return
  goTo(at, extend ? [...panels.filter((id) => id !== next.id), next.id] : [next.id], next.id)
}

/** As in any list: plain picks one, with Ctrl or Cmd one more or less, with Shift all up to it. */
export function pick(at: At, panel: PanelId, { toggle = false, range = false } = {}): void {
  const { session } = at
  const { panels, current } = session.selection.get()
  if (toggle) {
    const left = panels.filter((id) => id !== panel)
    session.select(left.length < panels.length ? left : [...panels, panel])
    return
  }
  if (!range || !current) {
    session.select([panel])
    return
  }
  const all = session.panels.get().map((each) => each.id)
  const [from, to] = [all.indexOf(current), all.indexOf(panel)].sort((a, b) => a - b)
  session.select(all.slice(from, (to ?? 0) + 1), current)
}
