import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addPanel,
  addScene,
  deletePanels,
  duplicatePanel,
  movePanels,
  panelsOf,
  panelText,
  readPanels,
  readScenes,
  scenesOf,
  strokesOf,
} from '#db/board/drawing.ts'
import { laySheet } from '#db/board/sheet.ts'
import { newId, type PanelId } from '#db/ids.ts'

const prompts = (drawing: Y.Doc) => readPanels(drawing).map((panel) => panel.prompt)

function aFilm(): { drawing: Y.Doc; ids: PanelId[] } {
  const drawing = new Y.Doc()
  const scene = addScene(drawing, null, 'one')
  const ids = ['a', 'b', 'c', 'd'].map((prompt) => addPanel(drawing, { scene, prompt }))
  return { drawing, ids }
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)))
}

test('the first panel of an empty board makes its scene', () => {
  const drawing = new Y.Doc()
  addPanel(drawing)
  expect(readScenes(drawing)).toHaveLength(1)
  expect(readPanels(drawing)[0]!.scene).toBe(readScenes(drawing)[0]!.id)
})

test('panels are added behind the one named, moved, and duplicated', () => {
  const { drawing, ids } = aFilm()
  addPanel(drawing, { after: ids[1]!, prompt: 'new' })
  expect(prompts(drawing)).toEqual(['a', 'b', 'new', 'c', 'd'])
  movePanels(drawing, [ids[3]!, ids[2]!], { before: ids[0]! })
  expect(prompts(drawing)).toEqual(['c', 'd', 'a', 'b', 'new'])
  strokesOf(drawing).set('shape:1', new Uint8Array([1]))
  duplicatePanel(drawing, ids[0]!, (bytes) => bytes)
  expect(prompts(drawing)).toEqual(['c', 'd', 'a', 'a', 'b', 'new'])
  expect(strokesOf(drawing).size).toBe(2)
  const other = addScene(drawing, null, 'two')
  movePanels(drawing, [ids[0]!], { endOf: other })
  expect(prompts(drawing).at(-1)).toBe('a')
})

test('a panel moved in front of itself stays', () => {
  const { drawing, ids } = aFilm()
  movePanels(drawing, [ids[1]!], { before: ids[1]! })
  expect(prompts(drawing)).toEqual(['a', 'b', 'c', 'd'])
})

test('two people add, move and delete at once: no panel is lost and both see one order', () => {
  const { drawing: mei, ids } = aFilm()
  const jun = new Y.Doc()
  meet(mei, jun)
  addPanel(mei, { after: ids[0]!, prompt: 'mei' })
  addPanel(jun, { after: ids[0]!, prompt: 'jun' })
  movePanels(mei, [ids[3]!], { before: ids[1]! })
  deletePanels(jun, [ids[2]!])
  panelText(mei, ids[1]!, 'prompt')!.insert(1, '!')
  panelText(jun, ids[1]!, 'prompt')!.insert(0, '?')
  meet(mei, jun)
  expect(prompts(mei)).toEqual(prompts(jun))
  expect([...prompts(mei)].sort()).toEqual(['?b!', 'a', 'd', 'jun', 'mei'])
})

test('a panel whose scene somebody deleted stays on the sheet, in a row of its own', () => {
  const { drawing } = aFilm()
  const scene = addScene(drawing, null, 'gone')
  addPanel(drawing, { scene, prompt: 'e' })
  scenesOf(drawing).delete(scene)
  const { panels } = laySheet(readScenes(drawing), readPanels(drawing), '16:9')
  expect(panels.map((placed) => placed.panel.prompt)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(panels[4]!.y).toBeGreaterThan(panels[0]!.y)
})

test('rubbish among the panels does not hide the others', () => {
  const { drawing } = aFilm()
  panelsOf(drawing).set('../x', new Y.Map())
  panelsOf(drawing).set(newId(), new Y.Map())
  expect(prompts(drawing)).toEqual(['a', 'b', 'c', 'd', ''])
})

test('no two panels of a sheet overlap', () => {
  const drawing = new Y.Doc()
  for (let scene = 0; scene < 3; scene++) {
    const id = addScene(drawing, null)
    for (let panel = 0; panel < 7; panel++) addPanel(drawing, { scene: id })
  }
  const { panels } = laySheet(readScenes(drawing), readPanels(drawing), '2.39:1')
  for (const a of panels)
    for (const b of panels)
      if (a !== b)
        expect(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
        ).toBe(true)
})
