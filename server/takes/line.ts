import { eq, sql } from 'drizzle-orm'
import type { BoardId, TakeId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { takes } from '#db/tables.ts'

/**
 * The takes that wait, the next one first. Priority goes first; among equals people take turns: everybody's first
 * waiting take comes before anybody's second (a take that is being run counts as a first), and of two people the one
 * who was served longer ago goes first.
 */
const line = (most: number) => sql`
  with waiting as (
    select id, board, by as person, priority, asked, state ->> '$.ahead' as ahead,
      row_number() over (partition by by order by priority desc, asked, id) as turn
    from ${takes} where kind = 'queued'
  ), people as (
    select person,
      (select count(*) from ${takes} where kind = 'running' and by = person) as busy,
      coalesce((select max(started) from ${takes} where by = person), 0) as served
    from waiting group by person
  )
  select id as take, board, ahead from waiting join people using (person)
  order by priority desc, turn + busy, served, asked, id limit ${most}`

type InLine = { board: BoardId; take: TakeId; ahead: number }

export function whoIsNext(db: Db): TakeId | null {
  return db.all<InLine>(line(1))[0]?.take ?? null
}

/** Writes into each waiting row how many go before it, and returns the rows where that was news. */
export function placeAll(db: Db): { board: BoardId; take: TakeId }[] {
  return db.all<InLine>(line(-1)).flatMap(({ board, take, ahead: written }, ahead) => {
    if (written === ahead) return []
    db.update(takes)
      .set({ state: { kind: 'queued', ahead } })
      .where(eq(takes.id, take))
      .run()
    return [{ board, take }]
  })
}
