import type { Editor, TLShape, TLShapeId } from 'tldraw'

/** Shapes that come from the drawing: not this person's doing, so nothing of it is written back. */
export function putShapes(editor: Editor, shapes: readonly TLShape[]): void {
  const { store } = editor
  const homed = shapes.filter((shape) => store.has(shape.parentId as TLShapeId))
  if (!homed.length) return
  try {
    store.mergeRemoteChanges(() => store.put(homed))
  } catch {
    // Bytes of others may decode into what tldraw refuses: that stroke is left out, the rest is shown.
    if (homed.length > 1) for (const shape of homed) putShapes(editor, [shape])
  }
}

export function takeShapes({ store }: Editor, ids: readonly TLShapeId[]): void {
  const there = ids.filter((id) => store.has(id))
  if (there.length) store.mergeRemoteChanges(() => store.remove(there))
}
