import { and, eq, isNull } from 'drizzle-orm'
import type { TakeId } from '#db/ids.ts'
import { takes } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Seat } from '#server/rooms/seat.ts'
import { reconcileTakes } from './reconcile.ts'

type Kept = Pick<House, 'db' | 'jobs' | 'log'>

/** Stops a take of the person's own, or of anybody's for a director. One that has ended stays as it ended. */
export function cancelTake(seat: Seat, house: Kept, id: TakeId): void {
  requireHand(seat, house, id)
  const name = seat.person.name
  if (!house.jobs.cancel(id, name)) return
  reconcileTakes(house.db, seat.room, [id])
  house.log.info('take.cancelled', { board: seat.room.board, take: id, by: seat.person.id })
}

/** Takes a take off the board; how it was made stays in the tables. */
export function removeTake(seat: Seat, house: Kept, id: TakeId): void {
  requireHand(seat, house, id)
  house.jobs.cancel(id, seat.person.name)
  house.db.update(takes).set({ removed: new Date() }).where(eq(takes.id, id)).run()
  reconcileTakes(house.db, seat.room, [id])
  house.log.info('take.removed', { board: seat.room.board, take: id, by: seat.person.id })
}

function requireHand(seat: Seat, { db }: Kept, id: TakeId): void {
  const row = db
    .select({ by: takes.by })
    .from(takes)
    .where(and(eq(takes.id, id), eq(takes.board, seat.room.board), isNull(takes.removed)))
    .get()
  if (!row) throw new Failure('notFound', 'This take is not there any more.')
  if (row.by === seat.person.id || seat.can('take.direct')) return
  throw new Failure('notAllowed', 'Only who asked for this take, or a director, may do this.')
}
