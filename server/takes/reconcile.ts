import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray } from 'drizzle-orm'
import {
  putTake,
  readChosen,
  readTake,
  readTakes,
  removeTake,
  setTakeState,
  showTake,
  type TakeState,
} from '#db/board/ledger.ts'
import type { TakeId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { shownTakes, takes } from '#db/tables.ts'
import type { Room } from '#server/rooms/room.ts'

/**
 * Makes the ledger say what the tables say. Only what differs is written: a ledger that is built anew is a concurrent
 * write to what clients hold, and some of them would keep the old one. `only`: those takes and nothing else.
 */
export function reconcileTakes(db: Db, room: Room, only?: readonly TakeId[]): void {
  const ofBoard = eq(takes.board, room.board)
  const rows = db
    .select()
    .from(takes)
    .where(only ? and(ofBoard, inArray(takes.id, [...only])) : ofBoard)
    .all()
  const choices = db.select().from(shownTakes).where(eq(shownTakes.board, room.board)).all()
  const gone = (ids: readonly TakeId[]) => ids.filter((id) => rows.every((row) => row.id !== id))

  const changes = room.readLedger((ledger) => {
    const rest = gone(only ?? readTakes(ledger).map(({ id }) => id))
    const toRemove = [...rows.flatMap((row) => (row.removed ? [row.id] : [])), ...rest]
    const chosen = readChosen(ledger)
    return {
      removed: toRemove.filter((id) => readTake(ledger, id)),
      put: rows.filter((row) => !row.removed && !isDeepStrictEqual(readTake(ledger, row.id)?.take, row.take)),
      states: rows.filter((row) => !row.removed && !shows(readTake(ledger, row.id)?.state, row.state)),
      shown: choices.filter(({ panel, take }) => chosen.get(panel) !== take),
    }
  })
  if (Object.values(changes).every((list) => list.length === 0)) return
  room.record((ledger) => {
    for (const id of changes.removed) removeTake(ledger, id)
    for (const row of changes.put) putTake(ledger, row.take, row.state)
    for (const row of changes.states) setTakeState(ledger, row.id, row.state)
    for (const { panel, take } of changes.shown) showTake(ledger, panel, take)
  })
}

/** How far a running take has come is told in the ledger alone. */
function shows(shown: TakeState | null | undefined, kept: TakeState): boolean {
  return shown?.kind === 'running' && kept.kind === 'running' ? true : isDeepStrictEqual(shown, kept)
}
