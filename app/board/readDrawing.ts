import type * as Y from 'yjs'
import {
  type BoardSettings,
  boardOf,
  type Panel,
  panelsOf,
  readBoard,
  readPanels,
  readScenes,
  type Scene,
  scenesOf,
} from '#db/board/drawing.ts'
import { laySheet } from '#db/board/sheet.ts'
import { type Live, makeLive } from './live.ts'

/** Where every scene and panel stands, in page units. */
export type Sheet = ReturnType<typeof laySheet>

export type ReadDrawing = {
  panels: Live<readonly Panel[]>
  scenes: Live<readonly Scene[]>
  settings: Live<BoardSettings>
  sheet: Live<Sheet>
  close(): void
}

/** The drawing's order and words as plain values. What did not change stays the same object: the page redraws less. */
export function readDrawing(drawing: Y.Doc): ReadDrawing {
  const panels = makeLive<readonly Panel[]>(readPanels(drawing))
  const scenes = makeLive<readonly Scene[]>(readScenes(drawing))
  const settings = makeLive(readBoard(drawing))
  const lay = () => laySheet(scenes.get(), panels.get(), settings.get().aspect)
  const sheet = makeLive(lay())
  const onScenes = () => {
    scenes.set(keepSame(scenes.get(), readScenes(drawing)))
    onPanels()
  }
  const onPanels = () => panels.set(keepSame(panels.get(), readPanels(drawing)))
  for (const live of [scenes, panels, settings]) live.subscribe(() => sheet.set(lay()))
  const onBoard = () => {
    const next = readBoard(drawing)
    if (!isSame(next, settings.get())) settings.set(next)
  }
  scenesOf(drawing).observeDeep(onScenes)
  panelsOf(drawing).observeDeep(onPanels)
  boardOf(drawing).observe(onBoard)
  return {
    panels,
    scenes,
    settings,
    sheet,
    close() {
      scenesOf(drawing).unobserveDeep(onScenes)
      panelsOf(drawing).unobserveDeep(onPanels)
      boardOf(drawing).unobserve(onBoard)
    },
  }
}

function isSame<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}

function keepSame<T extends { id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map((each) => [each.id, each]))
  const next = after.map((each) => {
    const old = known.get(each.id)
    return old && isSame(old, each) ? old : each
  })
  return next.length === before.length && next.every((each, at) => each === before[at]) ? before : next
}
