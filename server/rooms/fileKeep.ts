import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { CompactingThread } from './compactingThread.ts'
import type { Question } from './compactThread.ts'
import { type CommitLog, GroupCommit } from './groupCommit.ts'
import type { Chunk, Compacted, Keep, Snapshot, Stored } from './keep.ts'

/** Keeps documents in `file` (the log of changes) and beside it (their snapshots). */
export async function fileKeep(file: string, log: CommitLog, longestMs: number): Promise<Keep> {
  mkdirSync(dirname(file), { recursive: true })
  const writer = new GroupCommit(file, log)
  await writer.ready()
  const compacting = new CompactingThread({ file, snapshots: snapshotsBeside(file) }, longestMs)
  return {
    async load(document) {
      await writer.settle()
      const { key, snapshot, tail } = (await compacting.ask({ ask: 'load', document })) as Stored
      return { key, snapshot: snapshot && asBuffers(snapshot), tail: tail.map(asChunk) }
    },
    append: (key, frames, kept) => writer.append(key, frames, kept),
    async compact(document, base, chunks) {
      const question: Question = { ask: 'compact', document, base, chunks: [...chunks] }
      const { snapshot, refused } = (await compacting.ask(question)) as Compacted
      return { snapshot: asBuffers(snapshot), refused }
    },
    check: async (document, base, chunks, update) =>
      (await compacting.ask({ ask: 'check', document, base, chunks: [...chunks], update })) as string | null,
    salvage: async (document, base, chunks, update) =>
      (await compacting.ask({
        ask: 'salvage',
        document,
        base,
        chunks: [...chunks],
        update,
      })) as Uint8Array | null,
    cut: (from, to) => writer.cut(from, to),
    diff: async (document, base, vector) =>
      asBuffer((await compacting.ask({ ask: 'diff', document, base, vector })) as Uint8Array),
    merge: async (document, base, chunks) =>
      (await compacting.ask({ ask: 'merge', document, base, chunks: [...chunks] })) as Uint8Array,
    forget: (document) => void compacting.ask({ ask: 'forget', document }),
    settle: () => writer.settle(),
    async close() {
      await writer.close()
      await compacting.close()
    },
    health: () => ({
      commits: writer.commits,
      commitMs: writer.lastMs,
      waiting: writer.waiting,
      trouble: writer.trouble,
    }),
  }
}

export const snapshotsBeside = (file: string): string => file.replace(/(\.[a-z0-9]+)?$/i, '-snapshots$1')

// Buffers come out of another thread as plain Uint8Arrays on the same memory.
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const asChunk = ({ seq, frames }: Chunk): Chunk => ({ seq, frames: asBuffer(frames) })
const asBuffers = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  state: asBuffer(snapshot.state),
  deletes: asBuffer(snapshot.deletes),
})
