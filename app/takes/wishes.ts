import { type LiveCell, makeLive } from '#app/board/live.ts'
import type { TakeView } from '#db/board/ledger.ts'

/** What this person asks for next: kept while they go from panel to panel. */
export type Wishes = {
  pass: TakeView['pass']
  variations: 1 | 2 | 3 | 4
  /** null: the first model that is ready. */
  model: string | null
}

export const makeWishes = (): LiveCell<Wishes> =>
  makeLive<Wishes>({ pass: 'first', variations: 1, model: null })
