import { Compactor } from './compact.ts'
import { type Chunk, type Keep, rowsPerDocument, type Snapshot } from './keep.ts'

/** Keeps documents as long as the process lives: rooms of a test, without a file or a thread. */
export function memoryKeep(): Keep {
  const compactor = new Compactor()
  const documents = new Map<string, { key: number; snapshot: Snapshot | null }>()
  const rows = new Map<number, Buffer>()
  let commits = 0

  const find = (document: string) => {
    const found = documents.get(document) ?? { key: (documents.size + 1) * rowsPerDocument, snapshot: null }
    documents.set(document, found)
    return found
  }
  return {
    async load(document) {
      const { key, snapshot } = find(document)
      const tail: Chunk[] = []
      for (const [row, frames] of rows)
        if (row > key && row < key + rowsPerDocument) tail.push({ seq: row - key, frames })
      return { key, snapshot, tail: tail.sort((a, b) => a.seq - b.seq) }
    },
    append(key, frames, kept) {
      rows.set(key, frames)
      commits++
      queueMicrotask(kept)
    },
    async compact(document, base, chunks) {
      const compacted = compactor.compact(document, base, chunks)
      find(document).snapshot = compacted.snapshot
      return compacted
    },
    cut(from, to) {
      for (const row of rows.keys()) if (row >= from && row <= to) rows.delete(row)
    },
    check: async (document, base, chunks, update) => compactor.check(document, base, chunks, update),
    salvage: async (document, base, chunks, update) => compactor.salvage(document, base, chunks, update),
    diff: async (document, base, vector) => compactor.diff(document, base, vector),
    merge: async (document, base, chunks) => compactor.merge(document, base, chunks),
    forget: (document) => compactor.forget(document),
    settle: async () => {},
    close: async () => {},
    health: () => ({ commits, commitMs: 0, waiting: 0, trouble: null }),
  }
}
