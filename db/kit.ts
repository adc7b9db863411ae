import * as lite from 'drizzle-orm/sqlite-core'

/**
 * The few kinds of column that Konte uses, in one engine's words. The tables are written once against this list,
 * so that PostgreSQL is a second list and not a second schema.
 */
export type Kit = {
  table: typeof lite.sqliteTable
  text: typeof lite.text
  int: typeof lite.integer
  bool(name: string): ReturnType<typeof liteBool>
  /** A moment; a `Date` in code. */
  time(name: string): ReturnType<typeof liteTime>
  json<T>(name: string): ReturnType<typeof liteJson<T>>
  primaryKey: typeof lite.primaryKey
  index: typeof lite.index
}

const liteBool = (name: string) => lite.integer(name, { mode: 'boolean' })
const liteTime = (name: string) => lite.integer(name, { mode: 'timestamp_ms' })
const liteJson = <T>(name: string) => lite.text(name, { mode: 'json' }).$type<T>()

export const sqliteKit: Kit = {
  table: lite.sqliteTable,
  text: lite.text,
  int: lite.integer,
  bool: liteBool,
  time: liteTime,
  json: liteJson,
  primaryKey: lite.primaryKey,
  index: lite.index,
}
