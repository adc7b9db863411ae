// @vitest-environment jsdom
import { act, createElement, Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { makeLive } from '#app/board/live.ts'
import { readLedger } from '#app/board/readLedger.ts'
import { BoardProvider, type BoardSession } from '#app/board/session.ts'
import { PanelTake } from '#app/takes/PanelTake.tsx'
import { sizeOnSheet } from '#app/takes/Sharpening.tsx'
import { putTake, setTakeState } from '#db/board/ledger.ts'
import { aspects, panelSize, pictureSize } from '#db/board/sheet.ts'
import { PanelId, TakeId } from '#db/ids.ts'
import { aTake, done } from './aTake.ts'

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))

/** Mounts a panel for each of `count`, each with a finished take, and counts how often each one renders. */
function aSheet(count: number) {
  const ledger = new Y.Doc()
  const panels = Array.from({ length: count }, (_, at) => PanelId.parse(`panel-${at}`))
  for (const panel of panels) putTake(ledger, aTake({ panel, id: TakeId.parse(`done-${panel}`) }), done)
  const { takes, shown } = readLedger(ledger)
  const looking = makeLive({ view: 'both', wipe: { take: null, at: 0.5 } })
  const previews = makeLive<ReadonlyMap<string, { url: string }>>(new Map())
  const selection = makeLive({ panels: [], current: panels[0] })
  const session = { takes, shown, looking, previews, selection, open: makeLive(new Set()) }
  const renders: string[] = []
  const page = document.createElement('div')
  const each = panels.map((panel) =>
    createElement(
      Profiler,
      { id: panel, key: panel, onRender: (id: string) => renders.push(id) },
      createElement(PanelTake, { panel, width: 960, height: 540 }),
    ),
  )
  act(() => {
    createRoot(page).render(createElement(BoardProvider, { value: session as unknown as BoardSession }, each))
  })
  renders.length = 0
  const sources = (at: number) =>
    [...page.children[at]!.querySelectorAll('img')].map((image) => image.getAttribute('src'))
  return { ledger, panels, looking, previews, renders, page, sources }
}

test('a step of one take renders one panel of three hundred', () => {
  const { ledger, panels, previews, renders, sources } = aSheet(300)
  const id = TakeId.parse('coming')
  const step = (step: number) => ({ kind: 'running' as const, step, steps: 4, stage: 'light' })
  act(() => putTake(ledger, aTake({ id, panel: panels[7]!, at: 2e12 }), step(1)))
  act(() => previews.set(new Map([[id, { url: 'blob:one' }]])))
  act(() => setTakeState(ledger, id, step(2)))
  expect(new Set(renders)).toEqual(new Set([panels[7]]))
  expect(sources(7).at(-1)).toBe('blob:one')
  expect(sources(8)).toEqual([`/assets/${'a'.repeat(64)}?w=640`])
})

test('the line of a wipe renders the panel it is on, and no other', () => {
  const { panels, looking, renders, sources, page } = aSheet(20)
  act(() => looking.set({ view: 'wipe', wipe: { take: null, at: 0.5 } }))
  renders.length = 0
  act(() => looking.set({ view: 'wipe', wipe: { take: null, at: 0.25 } }))
  expect(new Set(renders)).toEqual(new Set([panels[0]]))
  expect(page.querySelector<HTMLElement>('.takes-over')?.style.clipPath).toContain('25%')
  // The one that is worked on is shown with every pixel.
  expect(sources(0)).toEqual([`/assets/${'a'.repeat(64)}`])
})

test('a layout shows no painting', () => {
  const { looking, page } = aSheet(2)
  act(() => looking.set({ view: 'layout', wipe: { take: null, at: 0.5 } }))
  expect(page.querySelectorAll('img')).toHaveLength(0)
})

test('a take lies where its lines are when the board has taken another shape', () => {
  const [wide, tall] = [panelSize('16:9'), panelSize('9:16')]
  expect(sizeOnSheet(1024 / 576, tall)).toEqual({ width: 960, height: 540 })
  expect(sizeOnSheet(320 / 576, wide)).toEqual({ width: 300, height: 540 })
  for (const aspect of aspects) {
    const { width, height } = pictureSize(aspect)
    expect(sizeOnSheet(width / height, panelSize(aspect))).toEqual(panelSize(aspect))
  }
})
