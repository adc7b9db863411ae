// @vitest-environment jsdom
import {
  createTLStore,
  DrawShapeTool,
  Editor,
  EraserTool,
  SelectTool,
  type TLDrawShape,
  type TLShapeId,
} from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { InkShape } from '#app/board/InkShape.tsx'
import { makeLive } from '#app/board/live.ts'
import { PanelShape } from '#app/board/PanelShape.tsx'
import { readDrawing } from '#app/board/readDrawing.ts'
import type { BoardSession } from '#app/board/session.ts'
import { frameOf } from '#app/board/strokeShape.ts'
import { readStrokes } from '#app/board/strokes.ts'
import { TldrawStore } from '#app/board/tldrawStore.ts'
import { addPanel, deletePanels, panelsOf, strokesOf } from '#db/board/drawing.ts'
import { decodeStroke, encodeStroke } from '#db/board/stroke.ts'
import type { PanelId } from '#db/ids.ts'

let close: () => void = () => undefined
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})
afterEach(() => {
  close()
  vi.unstubAllGlobals()
})

/** A real editor over a drawing of two panels, and a second member whose updates come and go by hand. */
function aTable() {
  const drawing = new Y.Doc()
  const other = new Y.Doc()
  const ids = [addPanel(drawing), addPanel(drawing)] as [PanelId, PanelId]
  const mine = { mine: true }
  const undo = new Y.UndoManager([strokesOf(drawing), panelsOf(drawing)] as Y.AbstractType<unknown>[], {
    trackedOrigins: new Set([mine]),
    captureTimeout: 0,
  })
  const writes: number[] = []
  drawing.on('update', (update: Uint8Array) => writes.push(update.length))
  const ink: Uint8Array[] = []
  const session = {
    ...readDrawing(drawing),
    drawing,
    strokes: readStrokes(drawing),
    growing: makeLive(new Map()),
    open: makeLive<ReadonlySet<PanelId>>(new Set()),
    greeting: { person: { id: 'mai' } },
    sendInk: (bytes: Uint8Array) => ink.push(bytes),
    change: (write: (doc: Y.Doc) => void) => drawing.transact(() => write(drawing), mine),
  } as unknown as BoardSession
  const container = document.createElement('div')
  document.body.append(container)
  const editor = new Editor({
    store: createTLStore({ shapeUtils: [PanelShape, InkShape], bindingUtils: [] }),
    shapeUtils: [PanelShape, InkShape],
    bindingUtils: [],
    tools: [SelectTool, DrawShapeTool, EraserTool],
    getContainer: () => container,
  })
  const lost = vi.fn()
  const store = new TldrawStore(session, editor, lost)
  close = () => {
    store.close()
    editor.dispose()
  }
  const meet = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(drawing))
    Y.applyUpdate(drawing, Y.encodeStateAsUpdate(other))
  }
  return { drawing, other, ids, undo, writes, ink, session, editor, store, lost, meet }
}

const pause = () => new Promise<void>((done) => queueMicrotask(done))

/** A line as the pen makes it: begun, drawn on, and whole at last. */
async function pen(editor: Editor, id: TLShapeId, parentId: TLShapeId | undefined, [x, y]: [number, number]) {
  const segment = (count: number) => [
    {
      type: 'free' as const,
      points: Array.from({ length: count }, (_, at) => ({ x: at * 9, y: at, z: 0.5 })),
    },
  ]
  const shape = { id, type: 'draw' as const, x, y, ...(parentId ? { parentId } : {}) }
  editor.createShape<TLDrawShape>({ ...shape, props: { segments: segment(1) } })
  for (let count = 2; count < 30; count++) {
    editor.updateShape<TLDrawShape>({ id, type: 'draw', props: { segments: segment(count) } })
    await pause()
  }
  editor.updateShape<TLDrawShape>({ id, type: 'draw', props: { isComplete: true } })
  await pause()
}
const line = 'shape:line' as TLShapeId

test('a line is written once, when the pen is lifted, in its panel, with its author', async () => {
  const { editor, ids, drawing, writes, store } = aTable()
  writes.length = 0
  store.hold(ids[0])
  await pen(editor, line, frameOf(ids[0]), [20, 30])
  expect(writes).toHaveLength(1)
  expect(decodeStroke(strokesOf(drawing).get(line)!)).toMatchObject({
    panel: ids[0],
    by: 'mai',
    x: 20,
    y: 30,
  })
})

test('undo takes the line off the canvas, redo brings it back', async () => {
  const { editor, ids, undo, store } = aTable()
  store.hold(ids[0])
  await pen(editor, line, frameOf(ids[0]), [20, 30])
  undo.undo()
  expect(editor.getShape(line)).toBeUndefined()
  undo.redo()
  expect(editor.getShape(line)).toMatchObject({ parentId: frameOf(ids[0]) })
})

test('a line begun beside a panel goes to the one it touches; one that touches none is not kept', async () => {
  const { editor, ids, session, drawing, lost } = aTable()
  const { x, y } = session.sheet.get().panels[1]!
  await pen(editor, line, undefined, [x - 15, y + 40])
  expect(decodeStroke(strokesOf(drawing).get(line)!)).toMatchObject({ panel: ids[1], x: -15, y: 40 })
  await pen(editor, 'shape:astray' as TLShapeId, undefined, [-900, -900])
  expect(strokesOf(drawing).has('shape:astray')).toBe(false)
  expect(editor.getShape('shape:astray' as TLShapeId)).toBeUndefined()
  expect(lost).toHaveBeenCalledOnce()
})

test('what others draw, change and erase is seen in open panels, and never written back', async () => {
  const { editor, ids, session, other, meet, drawing, store } = aTable()
  store.hold(ids[0])
  await pen(editor, line, frameOf(ids[0]), [20, 30])
  meet()
  const theirs = strokesOf(other)
  const stroke = session.strokes.get(line)!
  theirs.set('shape:theirs', encodeStroke({ ...stroke, x: 400 }))
  theirs.set('shape:elsewhere', encodeStroke({ ...stroke, panel: ids[1] }))
  theirs.set('shape:bad', encodeStroke({ ...stroke, index: 'no key' }))
  meet()
  const before = Y.encodeStateVector(drawing)
  expect(editor.getShape('shape:theirs' as TLShapeId)).toMatchObject({ x: 400 })
  expect(editor.getShape('shape:elsewhere' as TLShapeId)).toBeUndefined()
  expect(editor.getShape('shape:bad' as TLShapeId)).toBeUndefined()
  store.hold(ids[1])
  expect(editor.getShape('shape:elsewhere' as TLShapeId)).toBeDefined()
  theirs.delete(line)
  Y.applyUpdate(drawing, Y.encodeStateAsUpdate(other))
  await pause()
  expect(editor.getShape(line)).toBeUndefined()
  expect(Y.decodeStateVector(Y.encodeStateVector(drawing)).get(drawing.clientID)).toBe(
    Y.decodeStateVector(before).get(drawing.clientID),
  )
})

test('erased lines go from the drawing in one step', async () => {
  const { editor, ids, drawing, undo, store } = aTable()
  store.hold(ids[0])
  await pen(editor, line, frameOf(ids[0]), [20, 30])
  await pen(editor, 'shape:two' as TLShapeId, frameOf(ids[0]), [20, 90])
  editor.deleteShapes([line, 'shape:two' as TLShapeId])
  await pause()
  expect(strokesOf(drawing).size).toBe(0)
  undo.undo()
  expect(strokesOf(drawing).size).toBe(2)
})

test('frames follow the order and cannot be moved, selected or deleted by hand', async () => {
  const { editor, ids, drawing, session } = aTable()
  const frame = frameOf(ids[1])
  const { x } = session.sheet.get().panels[1]!
  editor.updateShape({ id: frame, type: 'frame', x: 5 })
  editor.select(frame)
  editor.deleteShapes([frame])
  expect(editor.getShape(frame)).toMatchObject({ x })
  expect(editor.getSelectedShapeIds()).toEqual([])
  deletePanels(drawing, [ids[0]])
  expect(editor.getShape(frame)).toMatchObject({ x: 0 })
  expect(editor.getShape(frameOf(ids[0]))).toBeUndefined()
})
