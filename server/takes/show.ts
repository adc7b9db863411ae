import { and, eq, isNull } from 'drizzle-orm'
import type { BoardId, PanelId, TakeId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { shownTakes, takes } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Seat } from '#server/rooms/seat.ts'
import { reconcileTakes } from './reconcile.ts'

/** Chooses, for everyone, which take a panel shows; null shows none. */
export function chooseShown(
  seat: Seat,
  { db }: Pick<House, 'db'>,
  panel: PanelId,
  take: TakeId | null,
): void {
  const { board } = seat.room
  if (take !== null) {
    const isIts = and(eq(takes.id, take), eq(takes.board, board), eq(takes.panel, panel))
    const row = db
      .select({ kind: takes.kind })
      .from(takes)
      .where(and(isIts, isNull(takes.removed)))
      .get()
    if (!row) throw new Failure('notFound', 'This take is not there any more.')
    if (row.kind !== 'done') throw new Failure('invalid', 'This take has no picture to show.')
  }
  keepShown(db, board, { panel, take, by: seat.person.id })
  reconcileTakes(db, seat.room, [])
}

type Choice = { panel: PanelId; take: TakeId | null; by: UserId }

export function keepShown(db: Db, board: BoardId, { panel, take, by }: Choice): void {
  const choice = { take, by, at: new Date() }
  db.insert(shownTakes)
    .values({ board, panel, ...choice })
    .onConflictDoUpdate({ target: [shownTakes.board, shownTakes.panel], set: choice })
    .run()
}
