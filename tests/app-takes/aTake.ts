import type { TakeState, TakeView } from '#db/board/ledger.ts'
import { AssetHash, PanelId, TakeId, UserId } from '#db/ids.ts'

const hash = (digit: string) => AssetHash.parse(digit.repeat(64))

export const done: TakeState = {
  kind: 'done',
  picture: hash('a'),
  width: 1024,
  height: 576,
  model: { id: 'builtin', name: 'Konte painter', sha256: 'b'.repeat(64) },
  device: 'CPU, 2 threads',
  ms: 4200,
  reading: hash('c'),
}

/** A finished first pass of one panel; any of it may be told otherwise. */
export function aTake(change: Partial<TakeView> = {}): TakeView {
  return {
    id: TakeId.parse('take-1'),
    panel: PanelId.parse('panel-1'),
    pass: 'first',
    by: { id: UserId.parse('ada'), name: 'Ada', colour: '#2b62c9' },
    at: 1_700_000_000_000,
    prompt: 'a hill at dusk',
    style: 'watercolour',
    follow: 0.8,
    seed: 1234,
    variation: 0,
    parent: null,
    model: 'builtin',
    capture: { picture: hash('d'), strokes: hash('e') },
    state: done,
    verdict: 'pending',
    ...change,
  }
}
