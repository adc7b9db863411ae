import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { type Tables, tables } from './tables.ts'

export type Db = BetterSQLite3Database<Tables> & { $client: Database.Database }

/** Opens (or makes) the database and brings its tables up to date. `:memory:` is a database for a test. */
export function openDb(file: string): Db {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  // A take or an invitation that was answered "done" is on the disk.
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  const db = drizzle(client, { schema: tables })
  migrate(db, { migrationsFolder: fileURLToPath(new URL('./migrations/sqlite', import.meta.url)) })
  return db
}
