import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** What the writing thread is sent: one transaction. */
export type Batch = { rows: [key: number, frames: Uint8Array][]; cuts: [from: number, to: number][] }
/** What it answers. `wrong`: nothing of the batch was kept. */
export type Written = { ms: number; wrong: string | null }

/** The log's only writer: everything that came in since the last transaction, of all rooms, in one. */
function startWriting(file: string): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  db.exec(`create table if not exists documents (id integer primary key, name text not null unique);
    create table if not exists log (key integer primary key, frames blob not null);`)
  const insert = db.prepare('insert or replace into log values (?, ?)')
  const cut = db.prepare('delete from log where key between ? and ?')
  const write = db.transaction(({ rows, cuts }: Batch) => {
    for (const [key, frames] of rows) insert.run(key, frames)
    for (const [from, to] of cuts) cut.run(from, to)
  })
  const tell = (written: Written) => parentPort?.postMessage(written)
  parentPort?.on('message', (batch: Batch | 'close') => {
    if (batch === 'close') {
      db.close()
      parentPort?.close()
      return
    }
    const began = performance.now()
    try {
      write(batch)
      tell({ ms: performance.now() - began, wrong: null })
    } catch (reason) {
      tell({
        ms: performance.now() - began,
        wrong: reason instanceof Error ? reason.message : String(reason),
      })
    }
  })
  tell({ ms: 0, wrong: null })
}

startWriting((workerData as { file: string }).file)
