import * as Y from 'yjs'
import { sync, syncFrame, updatesIn } from './bytes.ts'
import type { Chunk, Compacted, Snapshot } from './keep.ts'

/**
 * Documents as Yjs knows them: the only place where a drawing is one. Runs on a thread of its own (compactThread.ts),
 * in tests without one.
 */
export class Compactor {
  /** The documents worked on last: the next refresh of them costs only what is new. */
  private readonly hot = new Map<string, { doc: Y.Doc; upto: number }>()
  private readonly most = 6

  compact(document: string, base: Snapshot | null, chunks: readonly Chunk[]): Compacted {
    const { doc, upto, refused } = this.bring(document, base, chunks)
    // Never sent to anybody: the door refuses what would wait, this is for what slipped through.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    return { snapshot: snapshotOf(doc, upto), refused }
  }

  /** Whether Yjs takes an update: the reason why not, or null. */
  check(
    document: string,
    base: Snapshot | null,
    chunks: readonly Chunk[],
    update: Uint8Array,
  ): string | null {
    const { doc } = this.bring(document, base, chunks)
    try {
      Y.applyUpdate(doc, update)
      if (!doc.store.pendingStructs && !doc.store.pendingDs) return null
    } catch (reason) {
      this.forget(document)
      return `Yjs cannot take it: ${reason instanceof Error ? reason.message : String(reason)}`
    }
    this.forget(document)
    return 'it builds on what is missing'
  }

  /** What of an update can be taken now, when some of it builds on what is missing; null when nothing can. */
  salvage(
    document: string,
    base: Snapshot | null,
    chunks: readonly Chunk[],
    update: Uint8Array,
  ): Uint8Array | null {
    const { doc } = this.bring(document, base, chunks)
    const before = Y.snapshot(doc)
    const vector = Y.encodeStateVector(doc)
    try {
      Y.applyUpdate(doc, update)
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
      return Y.equalSnapshots(before, Y.snapshot(doc)) ? null : Y.encodeStateAsUpdate(doc, vector)
    } catch {
      return null
    } finally {
      this.forget(document)
    }
  }

  diff(document: string, base: Snapshot, vector: Uint8Array): Buffer {
    const hot = this.hot.get(document)
    // A document that has gone on holds more than the snapshot; more is never wrong for the one who asks.
    const doc = hot && hot.upto >= base.upto ? hot.doc : build(base)
    const frame = syncFrame(sync.update, Y.encodeStateAsUpdate(doc, vector))
    if (doc !== hot?.doc) doc.destroy()
    return frame
  }

  merge(document: string, base: Snapshot | null, chunks: readonly Chunk[]): Uint8Array {
    const { doc } = this.bring(document, base, chunks)
    return Y.encodeStateAsUpdate(doc)
  }

  forget(document: string): void {
    this.hot.get(document)?.doc.destroy()
    this.hot.delete(document)
  }

  private warm(document: string, doc: Y.Doc, upto: number): void {
    this.hot.delete(document)
    this.hot.set(document, { doc, upto })
    for (const oldest of this.hot.keys()) {
      if (this.hot.size <= this.most) return
      this.forget(oldest)
    }
  }

  /** The document at the last of the chunks. */
  private bring(document: string, base: Snapshot | null, chunks: readonly Chunk[]) {
    const hot = this.hot.get(document)
    const refused = new Set<number>()
    const last = chunks.at(-1)?.seq ?? base?.upto ?? 0
    const isFresh = hot !== undefined && hot.upto >= (base?.upto ?? 0) && hot.upto <= last
    let doc = isFresh ? hot.doc : build(base)
    const done = isFresh ? hot.upto : 0
    let updates = chunks.filter(({ seq }) => seq > done).flatMap((chunk) => [...updatesIn(chunk.frames)])
    for (;;) {
      const wrong = applyAll(doc, updates, refused)
      if (wrong === null) break
      // An update that Yjs choked on leaves the document half changed: it is thrown away and made again without it.
      doc.destroy()
      this.hot.delete(document)
      doc = build(base)
      const all = chunks.flatMap((chunk) => [...updatesIn(chunk.frames)])
      refused.add(wrong.at + all.length - updates.length)
      updates = all
    }
    this.warm(document, doc, last)
    return {
      doc,
      upto: last,
      refused: [...refused].map((at) => Buffer.from(updates[at] ?? []).toString('base64')),
    }
  }
}

function build(base: Snapshot | null): Y.Doc {
  const doc = new Y.Doc()
  if (base) for (const update of updatesIn(base.state)) Y.applyUpdate(doc, update)
  return doc
}

/** Applies all in one transaction (half the cost of one each). Answers with the first that throws. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[], refused: Set<number>) {
  let at = 0
  try {
    doc.transact(() => {
      for (; at < updates.length; at++) if (!refused.has(at)) Y.applyUpdate(doc, updates[at] as Uint8Array)
    })
    return null
  } catch (reason) {
    return { at: Math.min(at, updates.length - 1), reason }
  }
}

export function snapshotOf(doc: Y.Doc, upto: number): Snapshot {
  const vector = Y.encodeStateVector(doc)
  return {
    upto,
    state: syncFrame(sync.update, Y.encodeStateAsUpdate(doc)),
    vector,
    deletes: syncFrame(sync.update, Y.encodeStateAsUpdate(doc, vector)),
  }
}
