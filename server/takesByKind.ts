import { count } from 'drizzle-orm'
import type { Db } from '#db/open.ts'
import { takes } from '#db/tables.ts'

export function countTakes(db: Db): { kind: string; takes: number }[] {
  return db.select({ kind: takes.kind, takes: count() }).from(takes).groupBy(takes.kind).all()
}
