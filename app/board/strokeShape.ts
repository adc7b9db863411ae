import type { IndexKey, TLDrawShape, TLShapeId } from 'tldraw'
import { type ColourName, palette, type SizeName } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'
import { PanelId } from '#db/ids.ts'

/** A panel's frame in tldraw is named after the panel, a stroke's shape after the stroke. */
const framePrefix = 'shape:panel-'
export const frameOf = (panel: string) => `${framePrefix}${panel}` as TLShapeId

export function panelOfFrame(id: string): PanelId | null {
  if (!id.startsWith(framePrefix)) return null
  const panel = PanelId.safeParse(id.slice(framePrefix.length))
  return panel.success ? panel.data : null
}

export const isStrokeId = (id: string): id is TLShapeId =>
  id.startsWith('shape:') && !id.startsWith(framePrefix) && id.length <= 80

export function shapeOfStroke(id: TLShapeId, stroke: StrokeRecord, isComplete = true): TLDrawShape {
  return {
    id,
    typeName: 'shape',
    type: 'draw',
    parentId: frameOf(stroke.panel),
    index: stroke.index as IndexKey,
    x: stroke.x,
    y: stroke.y,
    rotation: stroke.rotation,
    opacity: stroke.opacity,
    isLocked: false,
    meta: { by: stroke.by, at: stroke.at },
    props: {
      segments: stroke.segments,
      color: stroke.colour,
      fill: stroke.fill,
      dash: 'draw',
      size: stroke.size,
      isComplete,
      isClosed: stroke.isClosed,
      isPen: stroke.isPen,
      scale: stroke.scale,
    },
  }
}

/** The stroke as it is kept, or null when the shape stands in no panel. */
export function strokeOfShape(shape: TLDrawShape, by: string, at: number): StrokeRecord | null {
  const panel = panelOfFrame(shape.parentId)
  if (!panel) return null
  const { meta, props } = shape
  return {
    panel,
    index: shape.index,
    x: shape.x,
    y: shape.y,
    rotation: shape.rotation,
    scale: props.scale,
    opacity: shape.opacity,
    colour: colourName(props.color),
    fill: props.fill === 'none' ? 'none' : 'solid',
    size: props.size as SizeName,
    isClosed: props.isClosed,
    isPen: props.isPen,
    by: typeof meta.by === 'string' ? meta.by : by,
    at: typeof meta.at === 'number' ? meta.at : at,
    segments: plainSegments(props.segments),
  }
}

export const plainSegments = (segments: TLDrawShape['props']['segments']): StrokeRecord['segments'] =>
  segments.map(({ type, points }) => ({ type, points: points.map(({ x, y, z }) => ({ x, y, z: z ?? 0.5 })) }))

export const colourName = (name: string): ColourName =>
  palette.find((colour) => colour.name === name)?.name ?? 'black'
