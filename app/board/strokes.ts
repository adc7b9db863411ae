import type * as Y from 'yjs'
import { strokesOf } from '#db/board/drawing.ts'
import { decodeStroke, type StrokeRecord } from '#db/board/stroke.ts'
import { isStrokeId } from './strokeShape.ts'

export type Kept = { id: string; stroke: StrokeRecord }
export type StrokesChange = {
  /** Null: gone. */
  changed: ReadonlyMap<string, StrokeRecord | null>
  /** The panels that look different now. */
  panels: ReadonlySet<string>
  /** Of the transaction. */
  origin: unknown
}

/** All strokes of a drawing, decoded once each and sorted into their panels. Bytes that are no stroke are left out. */
export type Strokes = {
  get(id: string): StrokeRecord | null
  /** In the order of painting. */
  of(panel: string): readonly Kept[]
  listen(tell: (change: StrokesChange) => void): () => void
  close(): void
}

export function readStrokes(drawing: Y.Doc): Strokes {
  const map = strokesOf(drawing)
  const all = new Map<string, StrokeRecord>()
  const panels = new Map<string, Map<string, StrokeRecord>>()
  const sorted = new Map<string, readonly Kept[]>()
  const listeners = new Set<(change: StrokesChange) => void>()

  function place(id: string, stroke: StrokeRecord | null): void {
    const before = all.get(id)
    if (before) {
      panels.get(before.panel)?.delete(id)
      sorted.delete(before.panel)
    }
    if (!stroke) {
      all.delete(id)
      return
    }
    all.set(id, stroke)
    const home = panels.get(stroke.panel) ?? new Map<string, StrokeRecord>()
    panels.set(stroke.panel, home.set(id, stroke))
    sorted.delete(stroke.panel)
  }

  const decode = (id: string): StrokeRecord | null => {
    const bytes = isStrokeId(id) ? map.get(id) : undefined
    return bytes instanceof Uint8Array ? decodeStroke(bytes) : null
  }

  const observe = (event: Y.YMapEvent<Uint8Array>, transaction: Y.Transaction) => {
    const changed = new Map<string, StrokeRecord | null>()
    const touched = new Set<string>()
    for (const id of event.keysChanged) {
      const stroke = decode(id)
      if (!stroke && !all.has(id)) continue
      for (const side of [all.get(id), stroke]) if (side) touched.add(side.panel)
      changed.set(id, stroke)
      place(id, stroke)
    }
    if (!changed.size) return
    for (const tell of listeners) tell({ changed, panels: touched, origin: transaction.origin })
  }

  for (const id of map.keys()) place(id, decode(id))
  map.observe(observe)
  return {
    get: (id) => all.get(id) ?? null,
    of(panel) {
      const known = sorted.get(panel)
      if (known) return known
      const list = [...(panels.get(panel) ?? [])].map(([id, stroke]) => ({ id, stroke })).sort(byIndex)
      sorted.set(panel, list)
      return list
    },
    listen(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    close: () => map.unobserve(observe),
  }
}

// As tldraw sorts: by index, then by id, so that both renderers stack equal indices alike.
const byIndex = (a: Kept, b: Kept) =>
  a.stroke.index < b.stroke.index
    ? -1
    : a.stroke.index > b.stroke.index
      ? 1
      : a.id < b.id
        ? -1
        : a.id > b.id
          ? 1
          : 0
