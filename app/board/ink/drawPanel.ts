import { hexOf } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'
import { outlineStroke } from './outline.ts'

type Ink2d = Pick<
  CanvasRenderingContext2D,
  'save' | 'restore' | 'scale' | 'translate' | 'rotate' | 'fill' | 'fillStyle' | 'globalAlpha'
>

/** Paints strokes, first drawn first, in panel units; `scale` is pixels per unit. Nothing is cleared before. */
export function drawPanel(ctx: Ink2d, strokes: Iterable<StrokeRecord>, scale: number): void {
  ctx.save()
  ctx.scale(scale, scale)
  for (const stroke of strokes) drawStroke(ctx, stroke)
  ctx.restore()
}

function drawStroke(ctx: Ink2d, stroke: StrokeRecord): void {
  const { ink, area } = outlineStroke(stroke)
  const colour = hexOf(stroke.colour)
  ctx.save()
  ctx.translate(stroke.x, stroke.y)
  ctx.rotate(stroke.rotation)
  ctx.globalAlpha = stroke.opacity
  ctx.fillStyle = colour
  if (area && stroke.fill !== 'none') ctx.fill(new Path2D(area))
  if (ink) ctx.fill(new Path2D(ink))
  ctx.restore()
}
