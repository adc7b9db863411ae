import { usePart } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { PanelId } from '#db/ids.ts'
import { useTakesOf } from './useTakesOf.ts'

/** What stands on either side of the line; null on the left is the layout alone. */
export type WipePair = { left: TakeView | null; right: TakeView | null }

/** Left of the line the shown take, right of it the one to compare; without one, the layout and the painting. */
export function useWipe(panel: PanelId): WipePair {
  const { looking, shown } = useBoard()
  const take = usePart(shown, (all) => all.get(panel) ?? null)
  const chosen = usePart(looking, ({ wipe }) => wipe.take)
  const other = useTakesOf(panel).find(
    ({ id, state }) => id === chosen && id !== take?.id && state.kind === 'done',
  )
  return other ? { left: take, right: other } : { left: null, right: take }
}
