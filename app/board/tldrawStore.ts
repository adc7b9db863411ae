import { type Editor, react, type TLShape, type TLShapeId } from 'tldraw'
import type { PanelId } from '#db/ids.ts'
import { chooseOpen } from './chooseOpen.ts'
import { guardFrames, placeFrames } from './frames.ts'
import type { BoardSession } from './session.ts'
import { putShapes, takeShapes } from './storeShapes.ts'
import { frameOf, panelOfFrame, shapeOfStroke } from './strokeShape.ts'
import type { StrokesChange } from './strokes.ts'
import { StrokeWriter } from './writeStrokes.ts'

/**
 * Binds tldraw to the drawing. Frames and strokes flow in; what this person does to strokes flows out. Only open
 * panels have their strokes in tldraw, and this is the one place that decides which are open.
 */
export class TldrawStore {
  readonly #session: BoardSession
  readonly #editor: Editor
  readonly #writer: StrokeWriter
  readonly #stops: (() => void)[]
  /** The panel that somebody put the pen down in last: it stays open. */
  #held: PanelId | null = null
  /** Shapes of lines that others are drawing. */
  readonly #inked = new Set<TLShapeId>()
  #frame: number | null = null

  constructor(session: BoardSession, editor: Editor, onLost: () => void) {
    this.#session = session
    this.#editor = editor
    placeFrames(editor, session.sheet.get().panels)
    this.#writer = new StrokeWriter(session, editor, onLost)
    const onEvent = (event: { name: string }) => {
      if (event.name !== 'pointer_up' && event.name !== 'cancel') return
      this.#writer.schedule()
      this.#later()
    }
    editor.on('event', onEvent)
    this.#stops = [
      guardFrames(editor),
      session.sheet.subscribe(() => {
        placeFrames(editor, session.sheet.get().panels)
        this.#later()
      }),
      session.growing.subscribe(() => this.#later()),
      session.strokes.listen((change) => this.#take(change)),
      react('open panels', () => {
        editor.getViewportPageBounds()
        editor.getSelectedShapeIds()
        this.#later()
      }),
      () => editor.off('event', onEvent),
    ]
  }

  /** Opens a panel at once: somebody puts the pen down in it. */
  hold(panel: PanelId): void {
    this.#held = panel
    const { open } = this.#session
    if (!open.get().has(panel)) this.#open(new Set([...open.get(), panel]))
  }

  close(): void {
    this.#writer.close()
    for (const stop of this.#stops) stop()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#session.open.set(new Set())
  }

  /** Once a frame, however much happens in it; never inside tldraw's or Yjs' transactions. */
  #later(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#chooseOpen()
      this.#showGrowing()
    })
  }

  #chooseOpen(): void {
    const { sheet, strokes } = this.#session
    const editor = this.#editor
    // What somebody draws, erases or drags must not close under their hand.
    if (editor.inputs.isPointing && !editor.inputs.isPanning) return
    const held = new Set<PanelId>(
      this.#held && sheet.get().panels.some(isPanel(this.#held)) ? [this.#held] : [],
    )
    for (const id of [...editor.getSelectedShapeIds(), ...this.#writer.pending]) {
      const home = panelOfFrame(editor.getShape(id)?.parentId ?? '')
      if (home) held.add(home)
    }
    const [seen, zoom] = [editor.getViewportPageBounds(), editor.getZoomLevel()]
    const count = (panel: PanelId) => strokes.of(panel).length
    this.#open(chooseOpen({ placed: sheet.get().panels, seen, zoom, held, strokes: count }))
  }

  #open(next: ReadonlySet<PanelId>): void {
    const { open, strokes } = this.#session
    const before = open.get()
    const opened = [...next].filter((id) => !before.has(id))
    const closed = [...before].filter((id) => !next.has(id))
    if (!opened.length && !closed.length) return
    const shapes = opened.flatMap((panel) =>
      strokes.of(panel).map(({ id, stroke }) => shapeOfStroke(id as TLShapeId, stroke)),
    )
    putShapes(this.#editor, shapes)
    open.set(new Set(next))
    takeShapes(
      this.#editor,
      closed.flatMap((panel) => [...this.#editor.getSortedChildIdsForParent(frameOf(panel))]),
    )
  }

  /** What came into the drawing: from others, by undo, or by a duplicate. */
  #take({ changed }: StrokesChange): void {
    if (this.#writer.isWriting) return
    // One's own pending work first: what comes then is merged over it and not the other way round.
    this.#writer.flush()
    const gone: TLShapeId[] = []
    const come: TLShape[] = []
    for (const [key, stroke] of changed) {
      const id = key as TLShapeId
      if (stroke && this.#writer.pending.has(id)) continue
      this.#writer.forget(id)
      if (stroke && this.#session.open.get().has(stroke.panel as PanelId))
        come.push(shapeOfStroke(id, stroke))
      else gone.push(id)
    }
    takeShapes(this.#editor, gone)
    putShapes(this.#editor, come)
  }

  #showGrowing(): void {
    const { growing, open, strokes } = this.#session
    const lines = growing.get()
    const shown = [...lines.values()].filter(
      (line) => open.get().has(line.stroke.panel as PanelId) && !strokes.get(line.id),
    )
    putShapes(
      this.#editor,
      shown.map((line) => shapeOfStroke(line.id as TLShapeId, line.stroke, false)),
    )
    for (const line of shown) this.#inked.add(line.id as TLShapeId)
    const over = [...this.#inked].filter((id) => !lines.has(id))
    for (const id of over) this.#inked.delete(id)
    takeShapes(
      this.#editor,
      over.filter((id) => !strokes.get(id)),
    )
  }
}

const isPanel = (id: PanelId) => (placed: { panel: { id: PanelId } }) => placed.panel.id === id
