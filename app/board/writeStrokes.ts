import type { Editor, TLDrawShape, TLShape, TLShapeId } from 'tldraw'
import { strokesOf } from '#db/board/drawing.ts'
import { encodeStroke, type StrokeRecord } from '#db/board/stroke.ts'
import { panelUnder } from './chooseOpen.ts'
import { makeInkSender } from './sendInk.ts'
import type { BoardSession } from './session.ts'
import { putShapes, takeShapes } from './storeShapes.ts'
import { frameOf, isStrokeId, panelOfFrame, shapeOfStroke, strokeOfShape } from './strokeShape.ts'

type Writes = Map<TLShapeId, StrokeRecord | null>

/**
 * Carries what this person does to strokes from tldraw into the drawing: each stroke as one value, when the pen is
 * lifted; while it is down its points go out as ink.
 */
export class StrokeWriter {
  readonly #session: BoardSession
  readonly #editor: Editor
  readonly #onLost: () => void
  readonly #ink: ReturnType<typeof makeInkSender>
  readonly #dirty = new Set<TLShapeId>()
  /** Lines that are being drawn and were never written. */
  readonly #fresh = new Set<TLShapeId>()
  readonly #stops: (() => void)[]
  #isScheduled = false
  isWriting = false

  /** `onLost`: a line touched no panel, so it is not kept. */
  constructor(session: BoardSession, editor: Editor, onLost: () => void) {
    this.#session = session
    this.#editor = editor
    this.#onLost = onLost
    this.#ink = makeInkSender(session.sendInk)
    const { sideEffects } = editor
    this.#stops = [
      sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
        if (isOwnLine(shape, source) && !shape.props.isComplete) this.#fresh.add(shape.id)
        this.#mark(shape, source)
      }),
      sideEffects.registerAfterChangeHandler('shape', (_before, shape, source) => this.#mark(shape, source)),
      sideEffects.registerAfterDeleteHandler('shape', (shape, source) => this.#mark(shape, source)),
      this.#ink.close,
    ]
  }

  /** Strokes that are changed here and not yet written. */
  get pending(): ReadonlySet<TLShapeId> {
    return this.#dirty
  }

  /** Somebody else deleted the stroke: there is nothing left to write. */
  forget(id: TLShapeId): void {
    this.#dirty.delete(id)
  }

  #mark(shape: TLShape, source: 'user' | 'remote'): void {
    if (!isOwnLine(shape, source)) return
    this.#dirty.add(shape.id)
    this.schedule()
  }

  schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    // Not inside tldraw's own transaction: writing makes Yjs tell everybody, and they put into the store.
    queueMicrotask(() => {
      this.#isScheduled = false
      this.flush()
    })
  }

  flush(): void {
    const writes: Writes = new Map()
    for (const id of this.#dirty) this.#settle(id, writes)
    if (!writes.size) return
    this.isWriting = true
    this.#session.change((drawing) => {
      const map = strokesOf(drawing)
      for (const [id, stroke] of writes) {
        if (stroke) map.set(id, encodeStroke(stroke))
        else map.delete(id)
      }
    })
    this.isWriting = false
    // Undo is Yjs' here; tldraw's own history would only grow.
    this.#editor.clearHistory()
  }

  #settle(id: TLShapeId, writes: Writes): void {
    const shape = this.#editor.store.get(id) as TLDrawShape | undefined
    const isFresh = this.#fresh.has(id)
    if (shape && !shape.props.isComplete) {
      this.#ink.draw(shape)
      return
    }
    // A stroke that is dragged is written where it is let go; a new line as soon as it is whole.
    if (shape && !isFresh && this.#editor.inputs.isPointing) return
    this.#dirty.delete(id)
    this.#fresh.delete(id)
    const { person } = this.#session.greeting
    const stroke = shape ? strokeOfShape(this.#adopt(shape), person.id, Math.floor(Date.now() / 1000)) : null
    this.#ink.end(id, isFresh && !stroke)
    if (shape && !stroke) this.#lose(id)
    else if (stroke || this.#session.strokes.get(id)) writes.set(id, stroke)
  }

  /** A line drawn beside all panels goes; one that was dragged out of its panel goes back. */
  #lose(id: TLShapeId): void {
    const before = this.#session.strokes.get(id)
    if (before) putShapes(this.#editor, [shapeOfStroke(id, before)])
    else takeShapes(this.#editor, [id])
    this.#onLost()
  }

  /** The shape in the panel that it mostly touches, when it stands in none. */
  #adopt(shape: TLDrawShape): TLDrawShape {
    if (panelOfFrame(shape.parentId)) return shape
    const transform = this.#editor.getShapePageTransform(shape)
    const points = shape.props.segments.flatMap((segment) => transform.applyToPoints(segment.points))
    const home = panelUnder(this.#session.sheet.get().panels, points)
    if (!home) return shape
    const parentId = frameOf(home.panel.id)
    const index = this.#editor.getHighestIndexForParent(parentId)
    const adopted: TLDrawShape = { ...shape, parentId, x: shape.x - home.x, y: shape.y - home.y, index }
    putShapes(this.#editor, [adopted])
    return adopted
  }

  close(): void {
    this.flush()
    for (const stop of this.#stops) stop()
  }
}

const isOwnLine = (shape: TLShape, source: 'user' | 'remote'): shape is TLDrawShape =>
  source === 'user' && shape.type === 'draw' && isStrokeId(shape.id)
