/** The whole of a document up to one row of its log, ready to be sent. */
export type Snapshot = {
  /** The last row of the log that is in it. */
  upto: number
  /** Everything, as the frame of one update message. */
  state: Buffer
  /** Yjs state vector of it. */
  vector: Uint8Array
  /** Only what is deleted in it, as such a frame: state vectors do not tell. */
  deletes: Buffer
}

/** What one flush of a room brought, as a run of frames. */
export type Chunk = { seq: number; frames: Buffer }

/** `key`: rows of the document's log have this plus their seq as key. */
export type Stored = { key: number; snapshot: Snapshot | null; tail: Chunk[] }

export type Compacted = {
  snapshot: Snapshot
  /** Updates that Yjs could not take; they are set aside and are not part of the snapshot. */
  refused: string[]
}

/** Where documents are kept. Two ways: a file with a writing and a reading thread, and memory. */
export type Keep = {
  /** Waits until everything that was appended is kept. A `document` is `<board>/drawing` or `<board>/ledger`. */
  load(document: string): Promise<Stored>
  /** `kept` is called once the bytes are on the disk, in the order of appending. */
  append(key: number, frames: Buffer, kept: () => void): void
  /** Makes, and keeps, the snapshot of `base` and the chunks behind it. */
  compact(document: string, base: Snapshot | null, chunks: readonly Chunk[]): Promise<Compacted>
  /** Whether Yjs takes an update at that point: the reason why not, or null. */
  check(
    document: string,
    base: Snapshot | null,
    chunks: readonly Chunk[],
    update: Uint8Array,
  ): Promise<string | null>
  /** What of an update can be taken there, when some of it builds on what is missing; null: nothing. */
  salvage(
    document: string,
    base: Snapshot | null,
    chunks: readonly Chunk[],
    update: Uint8Array,
  ): Promise<Uint8Array | null>
  /** Forgets rows of the log that a snapshot holds. */
  cut(from: number, to: number): void
  /** What somebody with these clocks lacks of the snapshot, as the frame of an update message. */
  diff(document: string, base: Snapshot, vector: Uint8Array): Promise<Buffer>
  /** All of it as one update. */
  merge(document: string, base: Snapshot | null, chunks: readonly Chunk[]): Promise<Uint8Array>
  /** The document left memory. */
  forget(document: string): void
  /** Resolves when everything that was appended is kept. */
  settle(): Promise<void>
  close(): Promise<void>
  /** Milliseconds of the last commits, and how much waits for the next. */
  health(): { commits: number; commitMs: number; waiting: number; trouble: string | null }
}

/** What was asked took too long; nothing was changed by it. */
export class TookTooLong extends Error {
  override name = 'TookTooLong'
}

/** Rows that a document may have; the place in front of the next document's rows. */
export const rowsPerDocument = 2 ** 31
