import { type SQL, sql } from 'drizzle-orm'
import type { BoardId, TakeId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { takes } from '#db/tables.ts'

type InLine = { board: BoardId; take: TakeId; ahead: number }

/**
 * The takes that wait, the next one first. Priority goes first; among equals people take turns: everybody's first
 * waiting take comes before anybody's second (a take that is being run counts as a first), and of two people the one
 * who was served longer ago goes first. `materialized`, or SQLite works a part out again for every row of the next.
 */
const line = (what: SQL) => sql`
  with waiting as materialized (
    select id, board, by as person, priority, asked, state ->> '$.ahead' as written,
      row_number() over (partition by by order by priority desc, asked, id) as turn
    from ${takes} where kind = 'queued'
  ), running as materialized (
    select by as person, count(*) as busy from ${takes} where kind = 'running' group by by
  ), people as materialized (
    select person, coalesce((select busy from running where running.person = all_people.person), 0) as busy,
      coalesce((select max(started) from ${takes} where by = person), 0) as served
    from (select distinct person from waiting) as all_people
  ), line as materialized (
    select id as take, board, written,
      row_number() over (order by priority desc, turn + busy, served, asked, id) - 1 as ahead
    from waiting join people using (person)
  )
  ${what}`

export function whoIsNext(db: Db): TakeId | null {
  return db.all<InLine>(line(sql`select take from line where ahead = 0`))[0]?.take ?? null
}

/** Writes into each waiting row how many go before it, and returns the rows where that was news. */
export function placeAll(db: Db): { board: BoardId; take: TakeId }[] {
  const moved = db.all<InLine>(line(sql`select board, take, ahead from line where ahead <> written`))
  if (!moved.length) return []
  // One statement, prepared once: a thousand may wait.
  const places = JSON.stringify(Object.fromEntries(moved.map(({ take, ahead }) => [take, ahead])))
  db.run(sql`
    update ${takes} set state = json_object('kind', 'queued', 'ahead', place.value)
    from json_each(${places}) as place where ${takes.id} = place.key`)
  return moved.map(({ board, take }) => ({ board, take }))
}
