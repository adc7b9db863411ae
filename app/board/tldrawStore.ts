import { type Editor, react, type TLDrawShape, type TLShape, type TLShapeId } from 'tldraw'
import { strokesOf } from '#db/board/drawing.ts'
import { encodeStroke, type StrokeRecord } from '#db/board/stroke.ts'
import type { PanelId } from '#db/ids.ts'
import { chooseOpen, panelUnder } from './chooseOpen.ts'
import { guardFrames, placeFrames } from './frames.ts'
import { makeInkSender } from './sendInk.ts'
import type { BoardSession } from './session.ts'
import { frameOf, isStrokeId, panelOfFrame, shapeOfStroke, strokeOfShape } from './strokeShape.ts'

export type TldrawStore = {
  /** Opens a panel at once: somebody puts the pen down in it. */
  hold(panel: PanelId): void
  close(): void
}

/** A line that touches no panel is not kept; the page says so. */
type Told = { onLost(): void }

/**
 * Binds tldraw to the drawing. Frames and strokes flow in; strokes that this person made, changed or erased flow
 * out, each as one value, when the pen is lifted. Only open panels have their strokes in tldraw.
 */
export function bindTldraw(session: BoardSession, editor: Editor, { onLost }: Told): TldrawStore {
  const { store } = editor
  const { strokes, open, growing, sheet } = session
  const dirty = new Set<TLShapeId>()
  /** Lines that this person is drawing and that were never written. */
  const fresh = new Set<TLShapeId>()
  const inked = new Set<TLShapeId>()
  const ink = makeInkSender(session.sendInk)
  let isWriting = false
  let isScheduled = false
  let held: PanelId | null = null

  // Bad bytes of others may still decode into what tldraw refuses: such a stroke is left out, the rest is shown.
  function put(shapes: readonly TLShape[]): void {
    const homed = shapes.filter((shape) => store.has(shape.parentId as TLShapeId))
    try {
      store.mergeRemoteChanges(() => store.put(homed))
    } catch {
      if (homed.length > 1) for (const shape of homed) put([shape])
    }
  }

  function take(ids: readonly TLShapeId[]): void {
    const there = ids.filter((id) => store.has(id))
    if (there.length) store.mergeRemoteChanges(() => store.remove(there))
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    // Not inside tldraw's own transaction: writing makes Yjs tell everybody, and they put into the store.
    queueMicrotask(() => {
      isScheduled = false
      flush()
    })
  }

  /** What has to be written of a shape now; undefined leaves it for later. */
  function outcome(id: TLShapeId): StrokeRecord | null | undefined {
    const shape = store.get(id) as TLDrawShape | undefined
    if (!shape) return null
    if (!shape.props.isComplete) {
      ink.draw(shape)
      return undefined
    }
    if (!fresh.has(id) && editor.inputs.isPointing) return undefined
    const { person } = session.greeting
    const at = Math.floor(Date.now() / 1000)
    return strokeOfShape(adopt(shape), person.id, at)
  }

  function flush(): void {
    const writes = new Map<TLShapeId, StrokeRecord | null>()
    for (const id of dirty) {
      const stroke = outcome(id)
      if (stroke === undefined) continue
      dirty.delete(id)
      ink.end(id, stroke === null && fresh.has(id))
      if (stroke || strokes.get(id)) writes.set(id, stroke)
      fresh.delete(id)
      if (!stroke && store.has(id)) lose(id, writes)
    }
    if (!writes.size) return
    isWriting = true
    session.change((drawing) => {
      const map = strokesOf(drawing)
      for (const [id, stroke] of writes) {
        if (stroke) map.set(id, encodeStroke(stroke))
        else map.delete(id)
      }
    })
    isWriting = false
    editor.clearHistory()
  }

  /** A line drawn beside all panels goes; one that was dragged out of its panel goes back. */
  function lose(id: TLShapeId, writes: Map<TLShapeId, StrokeRecord | null>): void {
    writes.delete(id)
    const before = strokes.get(id)
    if (before) put([shapeOfStroke(id, before)])
    else take([id])
    onLost()
  }

  /** The shape in the panel that it mostly touches, when it stands in none. */
  function adopt(shape: TLDrawShape): TLDrawShape {
    if (panelOfFrame(shape.parentId)) return shape
    const transform = editor.getShapePageTransform(shape)
    const points = shape.props.segments.flatMap((segment) => transform.applyToPoints(segment.points))
    const home = panelUnder(sheet.get().panels, points)
    if (!home) return shape
    const parentId = frameOf(home.panel.id)
    const adopted: TLDrawShape = {
      ...shape,
      parentId,
      x: shape.x - home.x,
      y: shape.y - home.y,
      index: editor.getHighestIndexForParent(parentId),
    }
    put([adopted])
    return adopted
  }

  const mark = (shape: TLShape, source: 'user' | 'remote') => {
    if (source !== 'user' || !isStrokeId(shape.id)) return
    dirty.add(shape.id)
    schedule()
  }

  function setOpen(): void {
    if (editor.inputs.isPointing && !editor.inputs.isPanning) return
    const holds = new Set<PanelId>()
    if (held) holds.add(held)
    for (const id of [...editor.getSelectedShapeIds(), ...dirty]) {
      const home = panelOfFrame(editor.getShape(id)?.parentId ?? '')
      if (home) holds.add(home)
    }
    const bounds = editor.getViewportPageBounds()
    show(
      chooseOpen({
        placed: sheet.get().panels,
        seen: bounds,
        zoom: editor.getZoomLevel(),
        held: holds,
        strokes: (panel) => strokes.of(panel).length,
      }),
    )
  }

  function show(next: ReadonlySet<PanelId>): void {
    const before = open.get()
    const opened = [...next].filter((id) => !before.has(id))
    const closed = [...before].filter((id) => !next.has(id))
    if (!opened.length && !closed.length) return
    put(
      opened.flatMap((panel) =>
        strokes.of(panel).map(({ id, stroke }) => shapeOfStroke(id as TLShapeId, stroke)),
      ),
    )
    open.set(new Set(next))
    take(closed.flatMap((panel) => [...editor.getSortedChildIdsForParent(frameOf(panel))]))
  }

  let frame: number | null = null
  const later = (work: () => void) => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      work()
    })
  }

  function showGrowing(): void {
    const lines = growing.get()
    const shown = [...lines.values()].filter((line) => open.get().has(line.stroke.panel as PanelId))
    put(
      shown
        .filter((line) => !strokes.get(line.id))
        .map((line) => shapeOfStroke(line.id as TLShapeId, line.stroke, false)),
    )
    for (const line of shown) inked.add(line.id as TLShapeId)
    for (const id of inked) {
      if (lines.has(id)) continue
      inked.delete(id)
      if (!strokes.get(id)) take([id])
    }
  }

  placeFrames(editor, sheet.get().panels)
  const { sideEffects } = editor
  const onEvent = (event: { name: string }) => {
    if (event.name === 'pointer_up' || event.name === 'cancel') {
      schedule()
      later(settle)
    }
  }
  const settle = () => {
    setOpen()
    showGrowing()
  }
  editor.on('event', onEvent)
  const stops = [
    guardFrames(editor),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (
        source === 'user' &&
        isStrokeId(shape.id) &&
        shape.type === 'draw' &&
        !(shape as TLDrawShape).props.isComplete
      )
        fresh.add(shape.id)
      mark(shape, source)
    }),
    sideEffects.registerAfterChangeHandler('shape', (_before, shape, source) => mark(shape, source)),
    sideEffects.registerAfterDeleteHandler('shape', (shape, source) => mark(shape, source)),
    sheet.subscribe(() => {
      placeFrames(editor, sheet.get().panels)
      later(settle)
    }),
    growing.subscribe(() => later(settle)),
    strokes.listen(({ changed }) => {
      if (isWriting) return
      // One's own pending work first: what comes then is merged over it and not the other way round.
      flush()
      const [gone, come] = [[] as TLShapeId[], [] as TLShape[]]
      for (const [key, stroke] of changed) {
        const id = key as TLShapeId
        if (!stroke) {
          dirty.delete(id)
          gone.push(id)
        } else if (dirty.has(id)) continue
        else if (open.get().has(stroke.panel as PanelId)) come.push(shapeOfStroke(id, stroke))
        else gone.push(id)
      }
      take(gone)
      put(come)
    }),
    react('open panels', () => {
      editor.getViewportPageBounds()
      editor.getSelectedShapeIds()
      later(settle)
    }),
  ]

  return {
    hold(panel) {
      held = panel
      if (!open.get().has(panel)) show(new Set([...open.get(), panel]))
    },
    close() {
      flush()
      editor.off('event', onEvent)
      for (const stop of stops) stop()
      if (frame !== null) cancelAnimationFrame(frame)
      ink.close()
      open.set(new Set())
    },
  }
}
