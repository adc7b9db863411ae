import type { Editor, IndexKey, TLFrameShape, TLInstancePageState, TLShape, TLShapeId } from 'tldraw'
import type { Placed } from '#db/board/sheet.ts'
import { frameOf, panelOfFrame } from './strokeShape.ts'

/** Puts every panel's frame where the sheet says, touching only those that changed. */
export function placeFrames(editor: Editor, placed: readonly Placed[]): void {
  const page = editor.getCurrentPageId()
  const wanted = new Map(placed.map((each, at) => [frameOf(each.panel.id), frameShape(each, at, page)]))
  const gone: TLShapeId[] = []
  for (const id of editor.getCurrentPageShapeIds())
    if (panelOfFrame(id) && !wanted.has(id)) gone.push(id, ...editor.getSortedChildIdsForParent(id))
  const changed = [...wanted.values()].filter((frame) => !isPlaced(editor.getShape(frame.id), frame))
  if (!gone.length && !changed.length) return
  editor.store.mergeRemoteChanges(() => {
    if (gone.length) editor.store.remove(gone)
    if (changed.length) editor.store.put(changed)
  })
}

function frameShape({ panel, x, y, width, height, number }: Placed, at: number, page: string): TLFrameShape {
  return {
    id: frameOf(panel.id),
    typeName: 'shape',
    type: 'frame',
    parentId: page as TLFrameShape['parentId'],
    // Frames do not overlap and every order will do, but tldraw wants a well-formed key each.
    index: `a${at.toString(36).padStart(4, '0')}V` as IndexKey,
    x,
    y,
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    props: { w: width, h: height, name: number, color: 'black' },
  }
}

function isPlaced(there: TLShape | undefined, frame: TLFrameShape): boolean {
  if (there?.type !== 'frame') return false
  const { props } = there as TLFrameShape
  return (
    there.x === frame.x &&
    there.y === frame.y &&
    there.index === frame.index &&
    props.w === frame.props.w &&
    props.h === frame.props.h &&
    props.name === frame.props.name
  )
}

/** Frames cannot be moved, changed, deleted, selected or erased by hand: their place follows from the order. */
export function guardFrames(editor: Editor): () => void {
  const isFrame = (id: string) => panelOfFrame(id) !== null
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && isFrame(before.id) ? before : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isFrame(shape.id) ? false : undefined,
    ),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (_before, after) => withoutFrames(after)),
  ]
  return () => {
    for (const stop of stops) stop()
  }

  function withoutFrames(state: TLInstancePageState): TLInstancePageState {
    const { selectedShapeIds, erasingShapeIds, hoveredShapeId, hintingShapeIds } = state
    const picked = [...selectedShapeIds, ...erasingShapeIds, ...hintingShapeIds, hoveredShapeId ?? '']
    if (!picked.some(isFrame)) return state
    const others = (ids: TLShapeId[]) => ids.filter((id) => !isFrame(id))
    return {
      ...state,
      selectedShapeIds: others(selectedShapeIds),
      erasingShapeIds: others(erasingShapeIds),
      hintingShapeIds: others(hintingShapeIds),
      hoveredShapeId: hoveredShapeId && isFrame(hoveredShapeId) ? null : hoveredShapeId,
    }
  }
}
