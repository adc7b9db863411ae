import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { type Db, openDb } from '#db/open.ts'
import { CannotStart } from './cannotStart.ts'
import { snapshotsBeside } from './rooms/fileKeep.ts'

/** Where everything lies that is kept. */
export type DataFolder = {
  path: string
  database: string
  rooms: string
  snapshots: string
  assets: string
  secret: string
  /** Lets another Konte have the folder. */
  release(): void
}

/** Makes the folder when it is missing, and holds it: two servers in one folder would overwrite each other's work. */
export function holdDataFolder(path: string): DataFolder {
  const folder = resolve(path)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new CannotStart(`Konte cannot make its data folder ${folder}: ${(error as Error).message}`)
  }
  const lock = hold(folder)
  return {
    path: folder,
    ...filesOf(folder),
    secret: readSecret(join(folder, 'secret')),
    release: () => lock.close(),
  }
}

export const filesOf = (folder: string) => ({
  database: join(folder, 'konte.sqlite'),
  rooms: join(folder, 'rooms.sqlite'),
  snapshots: snapshotsBeside(join(folder, 'rooms.sqlite')),
  assets: join(folder, 'assets'),
})

/** An exclusively locked SQLite file: the system lets go of it however the process ends, so no lock is ever stale. */
function hold(folder: string): Database.Database {
  const lock = new Database(join(folder, 'lock.sqlite'))
  try {
    // A server that is just being restarted lets go within this, milliseconds.
    lock.pragma('busy_timeout = 4000')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (pid INTEGER); COMMIT')
    return lock
  } catch (error) {
    lock.close()
    if (codeOf(error) === 'SQLITE_BUSY')
      throw new CannotStart(
        `Another Konte is running on ${folder}: stop it, or set DATA_DIR to another folder.`,
      )
    throw new CannotStart(`Konte cannot write in its data folder ${folder}: ${(error as Error).message}`)
  }
}

/** Signs the sessions; whoever reads it can be anybody, so only the owner of the files may. */
function readSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new CannotStart(`${file} is damaged. Delete it: everybody then signs in again.`)
}

/** Opens the database and looks whether it is whole, before anything is written to it. */
export function openCheckedDb(file: string): Promise<Db> {
  return tellDamage(file, async () => {
    const db = openDb(file)
    if (db.$client.pragma('quick_check(1)', { simple: true }) === 'ok') return db
    db.$client.close()
    throw damaged(file)
  })
}

/** Looks whether a file, if there is one, is a database at all. Cheap also for a large one: only its head is read. */
export function checkHead(file: string): Promise<void> {
  return tellDamage(file, async () => {
    if (!existsSync(file)) return
    const client = new Database(file, { fileMustExist: true })
    try {
      client.prepare('SELECT count(*) FROM sqlite_master').get()
    } finally {
      client.close()
    }
  })
}

/** Runs what opens a database file; when the file is no database any more, that is said in words. */
export async function tellDamage<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    throw /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error) ?? '') ? damaged(file) : error
  }
}

const damaged = (file: string) =>
  new CannotStart(`The database ${file} is damaged. Put your backup in its place; nothing was changed in it.`)

function codeOf(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}
