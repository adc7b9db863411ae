import type { BoardId, TakeId } from '#db/ids.ts'
import type { House } from '#server/house.ts'
import type { Changed } from './jobs.ts'
import { reconcileTakes } from './reconcile.ts'

/** Keeps the ledgers of all boards at what the queue says: a take that ends moves takes of other boards up, too. */
export function mirrorJobs({ db, jobs, rooms, log }: Pick<House, 'db' | 'jobs' | 'rooms' | 'log'>) {
  const behind = new Map<BoardId, Set<TakeId>>()
  let catchingUp: Promise<void> | null = null

  async function catchUp(): Promise<void> {
    for (const [board, ids] of behind) {
      behind.delete(board)
      try {
        const room = await rooms.open(board)
        reconcileTakes(db, room, [...ids])
      } catch (error) {
        // The board catches up by itself when it is opened the next time.
        log.error('take.notShown', { board, error })
      }
    }
    catchingUp = null
  }

  function onChanged(changed: readonly Changed[]): void {
    for (const { board, take } of changed) behind.set(board, (behind.get(board) ?? new Set()).add(take))
    catchingUp ??= catchUp()
  }

  jobs.events.on('changed', onChanged)
  return {
    async close() {
      jobs.events.off('changed', onChanged)
      await catchingUp
    },
  }
}
