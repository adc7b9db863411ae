import type { StrokeRecord } from '#db/board/stroke.ts'
import { type InkMessage, type InkPoint, segmentsOfInk } from './inkMessage.ts'

export type GrowingStroke = {
  id: string
  seat: string
  seen: number
  stroke: StrokeRecord
  points: InkPoint[]
}

/** Milliseconds after which a line of which nothing more was heard is taken away: its drawer is gone. */
const patience = 8_000
/** Nobody has more pens than that; a hostile page must not fill everybody's memory. */
const maxGrowing = 200
const maxPoints = 20_000

/** Adds what came to the lines being drawn. A ruled end moves back and forth, so points may be replaced. */
export function growInk(
  lines: ReadonlyMap<string, GrowingStroke>,
  seat: string,
  ink: InkMessage,
  now: number,
): ReadonlyMap<string, GrowingStroke> {
  const before = lines.get(ink.stroke)
  if ((before && before.seat !== seat) || (!before && lines.size >= maxGrowing)) return lines
  if (ink.from === 0 && !ink.points.length) return without(lines, ink.stroke)
  const kept = before?.points.slice(0, ink.from) ?? []
  const points = [...kept, ...ink.points]
  if (!points.length || points.length > maxPoints) return lines
  const { panel, index, x, y, scale, colour, fill, size, isClosed, isPen } = ink
  const stroke: StrokeRecord = {
    panel,
    index,
    x,
    y,
    rotation: 0,
    scale,
    opacity: 1,
    colour,
    fill,
    size,
    isClosed,
    isPen,
    by: '',
    at: 0,
    segments: segmentsOfInk(points),
  }
  return new Map(lines).set(ink.stroke, { id: ink.stroke, seat, seen: now, stroke, points })
}

/** An empty line from its start says that it was given up. */
function without(
  lines: ReadonlyMap<string, GrowingStroke>,
  stroke: string,
): ReadonlyMap<string, GrowingStroke> {
  const left = new Map(lines)
  return left.delete(stroke) ? left : lines
}

/** Without the lines that are kept by now (`isKept`) and those that nobody draws any more. */
export function settleInk(
  lines: ReadonlyMap<string, GrowingStroke>,
  isKept: (stroke: string) => boolean,
  now: number,
): ReadonlyMap<string, GrowingStroke> {
  const left = [...lines].filter(([id, line]) => !isKept(id) && now - line.seen < patience)
  return left.length === lines.size ? lines : new Map(left)
}
