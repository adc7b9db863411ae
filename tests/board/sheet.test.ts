import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureOf } from '#app/board/capture.ts'
import { chooseOpen, panelAt, panelUnder } from '#app/board/chooseOpen.ts'
import { behind, dropOnSheet } from '#app/board/dropPlace.ts'
import { readDrawing } from '#app/board/readDrawing.ts'
import { shapeOfStroke, strokeOfShape } from '#app/board/strokeShape.ts'
import { readStrokes, type StrokesChange } from '#app/board/strokes.ts'
import { addPanel, addScene, deletePanels, panelText, strokesOf } from '#db/board/drawing.ts'
import { encodeStroke, type StrokeRecord } from '#db/board/stroke.ts'
import type { PanelId } from '#db/ids.ts'
import { filmDrawing } from '#server/projects/film/index.ts'

function aFilm(count = 6) {
  const drawing = new Y.Doc()
  const scene = addScene(drawing, null, 'one')
  const ids = Array.from({ length: count }, () => addPanel(drawing, { scene }))
  return { drawing, scene, ids, read: readDrawing(drawing) }
}

const aStroke = (panel: string, more: Partial<StrokeRecord> = {}): StrokeRecord => ({
  panel,
  index: 'a1',
  x: 10,
  y: 20,
  rotation: 0,
  scale: 1,
  opacity: 1,
  colour: 'red',
  fill: 'none',
  size: 'l',
  isClosed: false,
  isPen: true,
  by: 'mai',
  at: 7,
  segments: [
    {
      type: 'free',
      points: [
        { x: 0, y: 0, z: 0.5 },
        { x: 30, y: 0, z: 1 },
      ],
    },
  ],
  ...more,
})

test('a stroke is the same after it was a shape', () => {
  const stroke = aStroke('p1', { fill: 'solid', isClosed: true })
  const shape = shapeOfStroke('shape:x' as never, stroke)
  expect(strokeOfShape(shape, 'somebody', 99)).toEqual(stroke)
  expect(strokeOfShape({ ...shape, meta: {} }, 'somebody', 99)).toMatchObject({ by: 'somebody', at: 99 })
  expect(strokeOfShape({ ...shape, parentId: 'page:page' as never }, 'somebody', 99)).toBeNull()
})

test('what did not change stays the same object', () => {
  const { drawing, ids, read } = aFilm()
  const before = read.panels.get()
  panelText(drawing, ids[2]!, 'action')!.insert(0, 'runs')
  const after = read.panels.get()
  expect(after.map((panel, at) => panel === before[at])).toEqual([true, true, false, true, true, true])
  expect(read.sheet.get().panels[2]!.panel.action).toBe('runs')
})

test('strokes are found by panel, in the order of painting, and tell of changes', () => {
  const { drawing, ids } = aFilm(2)
  const strokes = readStrokes(drawing)
  const told: StrokesChange[] = []
  strokes.listen((change) => told.push(change))
  const map = strokesOf(drawing)
  map.set('shape:b', encodeStroke(aStroke(ids[0]!, { index: 'a2' })))
  map.set('shape:a', encodeStroke(aStroke(ids[0]!, { index: 'a1' })))
  map.set('shape:rubbish', new Uint8Array([9, 9]))
  map.set('../x', encodeStroke(aStroke(ids[0]!)))
  expect(strokes.of(ids[0]!).map(({ id }) => id)).toEqual(['shape:a', 'shape:b'])
  map.set('shape:a', encodeStroke(aStroke(ids[1]!)))
  expect([...told.at(-1)!.panels].sort()).toEqual([ids[0]!, ids[1]!].sort())
  map.delete('shape:b')
  expect(told.at(-1)!.changed.get('shape:b')).toBeNull()
  expect(strokes.of(ids[0]!)).toEqual([])
  expect(told).toHaveLength(4)
})

test('large panels near the middle are open, small ones are not, held ones always', () => {
  const { read, ids } = aFilm(40)
  const { panels: placed } = read.sheet.get()
  const seen = { x: 0, y: 0, w: 4200, h: 3000 }
  const open = (zoom: number, held: PanelId[] = [], strokes = 10) =>
    chooseOpen({ placed, seen, zoom, held: new Set(held), strokes: () => strokes })
  expect(open(0.1).size).toBe(0)
  expect([...open(0.1, [ids[39]!])]).toEqual([ids[39]])
  expect(open(0.5).size).toBe(9)
  expect(open(0.5, [], 500).size).toBe(1)
  expect(open(0.5, [ids[39]!]).has(ids[39]!)).toBe(true)
})

test('a line begun beside a panel belongs to the one it mostly lies in', () => {
  const { read, ids } = aFilm(2)
  const { panels } = read.sheet.get()
  const [one, two] = [panels[0]!, panels[1]!]
  const points = [-20, 10, one.width + 70, one.width + 90, one.width + 100].map((x) => ({ x, y: one.y + 5 }))
  expect(panelUnder(panels, points)?.panel.id).toBe(ids[1])
  expect(panelUnder(panels, [{ x: -20, y: 0 }])).toBeNull()
  expect(panelAt(panels, { x: two.x + 1, y: two.y + 1 })?.panel.id).toBe(ids[1])
})

test('a carried panel falls before or behind the panel under it, and into an empty scene', () => {
  const { drawing, read, ids, scene } = aFilm(5)
  const empty = addScene(drawing, null, 'two')
  const { panels, scenes } = read.sheet.get()
  const over = (at: number, part: number) =>
    dropOnSheet(read.sheet.get(), { x: panels[at]!.x + panels[at]!.width * part, y: panels[at]!.y + 10 })
      ?.drop
  expect(over(1, 0.2)).toEqual({ before: ids[1] })
  expect(over(1, 0.8)).toEqual({ before: ids[2] })
  expect(over(4, 0.8)).toEqual({ endOf: scene })
  expect(dropOnSheet(read.sheet.get(), { x: 50, y: scenes[1]!.y + 150 })?.drop).toEqual({ endOf: empty })
  expect(behind(read.panels.get(), 99)).toBeNull()
})

test('a capture has resolved colours, widths and places, and survives its own check', () => {
  const turned = aStroke('p', { rotation: Math.PI / 2, isClosed: true, fill: 'solid' })
  const { strokes, width, height } = captureOf('16:9', [{ id: 'shape:a', stroke: turned }])
  expect([width, height]).toEqual([960, 540])
  expect(strokes[0]).toEqual({
    id: 'shape:a',
    points: [10, 20, 0.5, 10, 50, 1],
    colour: '#d63a2f',
    fill: '#d63a2f',
    size: 8,
  })
})

test('the demo film can be captured, panel by panel', () => {
  const drawing = new Y.Doc()
  Y.applyUpdate(drawing, filmDrawing('en', 'mai' as never).update)
  const strokes = readStrokes(drawing)
  for (const { id } of readDrawing(drawing).panels.get())
    expect(captureOf('16:9', strokes.of(id)).strokes.length).toBeGreaterThan(5)
})

test('a panel that somebody deleted is off the sheet', () => {
  const { drawing, ids, read } = aFilm(3)
  deletePanels(drawing, [ids[0]!])
  expect(read.sheet.get().panels.map((placed) => placed.number)).toEqual(['1', '2'])
})
