import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { copyShared } from './bytes.ts'
import { Compactor } from './compact.ts'
import { type Chunk, rowsPerDocument, type Snapshot, type Stored } from './keep.ts'

export type Question =
  | { ask: 'load'; document: string }
  | { ask: 'compact'; document: string; base: Snapshot | null; chunks: Chunk[] }
  | { ask: 'diff'; document: string; base: Snapshot; vector: Uint8Array }
  | { ask: 'salvage'; document: string; base: Snapshot | null; chunks: Chunk[]; update: Uint8Array }
  | { ask: 'check'; document: string; base: Snapshot | null; chunks: Chunk[]; update: Uint8Array }
  | { ask: 'merge'; document: string; base: Snapshot | null; chunks: Chunk[] }
  | { ask: 'forget'; document: string }
  | { ask: 'close' }

type Row = { upto: number; state: Buffer; vector: Buffer; deletes: Buffer }

/** Reads documents, puts them together and keeps their snapshots: everything that needs Yjs or takes long. */
function startCompacting({ file, snapshots }: { file: string; snapshots: string }): void {
  const log = new Database(file)
  log.pragma('busy_timeout = 5000')
  // A file of its own: writing megabytes here must not keep the log's writer waiting.
  const db = new Database(snapshots)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`create table if not exists snapshots (document text primary key, upto integer not null,
      state blob not null, vector blob not null, deletes blob not null);
    create table if not exists refused (document text not null, upto integer not null, at integer not null,
      bytes text not null);`)
  const name = log.prepare('insert or ignore into documents (name) values (?)')
  const idOf = log.prepare<[string], number>('select id from documents where name = ?').pluck()
  const rows = log.prepare<[number, number], { key: number; frames: Buffer }>(
    'select key, frames from log where key > ? and key < ? order by key',
  )
  const find = db.prepare<[string], Row>(
    'select upto, state, vector, deletes from snapshots where document = ?',
  )
  const put = db.prepare('insert or replace into snapshots values (?, ?, ?, ?, ?)')
  const setAside = db.prepare('insert into refused values (?, ?, ?, ?)')
  const compactor = new Compactor()

  function load(document: string): Stored {
    const found = find.get(document)
    let id = idOf.get(document)
    if (id === undefined) {
      name.run(document)
      id = idOf.get(document) as number
    }
    const key = id * rowsPerDocument
    const snapshot = found
      ? {
          ...found,
          state: copyShared(found.state),
          vector: copyShared(found.vector),
          deletes: copyShared(found.deletes),
        }
      : null
    const tail = rows
      .all(key + (snapshot?.upto ?? 0), key + rowsPerDocument)
      .map((row) => ({ seq: row.key - key, frames: copyShared(row.frames) }))
    return { key, snapshot, tail }
  }

  function compact(document: string, base: Snapshot | null, chunks: Chunk[]) {
    const compacted = compactor.compact(document, base, chunks)
    const { upto, state, vector, deletes } = compacted.snapshot
    put.run(document, upto, state, vector, deletes)
    for (const bytes of compacted.refused) setAside.run(document, upto, Date.now(), bytes)
    return compacted
  }

  function answer(question: Question): unknown {
    switch (question.ask) {
      case 'load':
        return load(question.document)
      case 'compact':
        return compact(question.document, question.base, question.chunks)
      case 'diff':
        return compactor.diff(question.document, question.base, question.vector)
      case 'check':
        return compactor.check(question.document, question.base, question.chunks, question.update)
      case 'salvage':
        return compactor.salvage(question.document, question.base, question.chunks, question.update)
      case 'merge':
        return compactor.merge(question.document, question.base, question.chunks)
      case 'forget':
        return compactor.forget(question.document)
      case 'close':
        log.close()
        db.close()
        return null
    }
  }

  parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
    try {
      parentPort?.postMessage({ id, answer: answer(question), wrong: null })
    } catch (reason) {
      parentPort?.postMessage({
        id,
        answer: null,
        wrong: reason instanceof Error ? reason.message : String(reason),
      })
    }
    if (question.ask === 'close') parentPort?.close()
  })
}

startCompacting(workerData as { file: string; snapshots: string })
