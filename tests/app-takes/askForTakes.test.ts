import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { makeLive } from '#app/board/live.ts'
import type { BoardSession } from '#app/board/session.ts'
import { askForTakes, panelsFor } from '#app/takes/askForTakes.ts'
import { fileName } from '#app/takes/downloadPicture.ts'
import { addPanel, deletePanels, panelText, setBoard } from '#db/board/drawing.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { AssetHash, BoardId, type PanelId, TakeId } from '#db/ids.ts'
import { aTake } from './aTake.ts'

const sent = vi.hoisted(() => vi.fn(async (_asked: unknown) => ['take-1']))
vi.mock('#app/api.ts', () => ({ api: { takes: { request: { mutate: sent } } } }))

const hash = (digit: string) => AssetHash.parse(digit.repeat(64))
const wishes = { pass: 'first', variations: 2, model: null } as const

beforeEach(() => void sent.mockClear())

function aBoard(shown = new Map<PanelId, TakeView>()) {
  const drawing = new Y.Doc()
  setBoard(drawing, 'style', 'dusk')
  const panels = ['a hill', 'the sea'].map((prompt) => addPanel(drawing, { prompt }))
  const capturePanel = vi.fn(async (_panel: PanelId, _pass?: string) => ({
    picture: hash('1'),
    strokes: hash('2'),
  }))
  const session = { board: BoardId.parse('board'), drawing, shown: makeLive(shown), capturePanel }
  return { panels, drawing, capturePanel, session: session as unknown as BoardSession }
}

test('each panel is captured and asked for with its own words, all in one request', async () => {
  const { session, panels } = aBoard()
  const heard: number[] = []
  await askForTakes(session, { panels, wishes }, (done) => heard.push(done))
  expect(heard).toEqual([0, 1, 2])
  expect(sent).toHaveBeenCalledTimes(1)
  expect(sent.mock.calls[0]![0]).toMatchObject({
    ...{ pass: 'first', style: 'dusk', variations: 2 },
    panels: [
      { panel: panels[0], prompt: 'a hill', follow: 0.8, seed: null, parent: null, picture: hash('1') },
      { panel: panels[1], prompt: 'the sea' },
    ],
  })
})

test('a second pass goes over the shown takes, and leaves out panels that show none', async () => {
  const { session, panels, capturePanel } = aBoard()
  const take = aTake({ id: TakeId.parse('over') })
  const shown = new Map([[panels[1]!, take]])
  const board = { ...session, shown: makeLive<ReadonlyMap<PanelId, TakeView>>(shown) }
  await askForTakes(board, { panels, wishes: { ...wishes, pass: 'second' }, seed: 7 })
  expect(capturePanel.mock.calls).toEqual([[panels[1], 'second']])
  expect(sent.mock.calls[0]![0]).toMatchObject({ panels: [{ panel: panels[1], parent: 'over', seed: 7 }] })
  expect(panelsFor('second', panels, new Map())).toEqual([])
})

test('what was typed or deleted while panels were captured counts', async () => {
  const { session, panels, drawing, capturePanel } = aBoard()
  capturePanel.mockImplementation(async (panel) => {
    if (panel === panels[0]) panelText(drawing, panels[0], 'prompt')?.insert(6, ' at dawn')
    else deletePanels(drawing, [panel])
    return { picture: hash('1'), strokes: hash('2') }
  })
  await askForTakes(session, { panels, wishes })
  expect(sent.mock.calls[0]![0]).toMatchObject({ panels: [{ prompt: 'a hill at dawn' }] })
  sent.mockClear()
  deletePanels(drawing, panels)
  expect(await askForTakes(session, { panels, wishes })).toEqual([])
  expect(sent).not.toHaveBeenCalled()
})

test('a picture is saved under a name that any file system takes', () => {
  expect(fileName('The boy / the dog: 2?', 3, 1)).toBe('The boy the dog 2, 3-1.png')
  expect(fileName('///', 1, 1)).toBe('Konte, 1-1.png')
})
