import { pxOf } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'

/** What of a stroke decides its outline. */
export type Line = Pick<StrokeRecord, 'segments' | 'size' | 'scale' | 'isPen' | 'isClosed'>
/** The outline of the ink and of the area inside a closed line: svg path data, in the stroke's own units. */
export type Outline = { ink: string; area: string }

type Point = { x: number; y: number; z: number }
type Dab = Point & { radius: number }

/** Below this cosine two steps of the hand make a corner, which is kept sharp. */
const corner = 0.35
/** Units between the dabs put into a straight segment. */
const stride = 6

/**
 * One outline for the canvas, the thumbnails and the captures. The ink is a row of dabs, as wide as the pen pressed
 * (a mouse presses less the faster it goes), joined to ribbons that end where the line turns a corner.
 */
export function outlineStroke(line: Line): Outline {
  const width = pxOf(line.size) * line.scale
  const points = soften(thin(flatten(line.segments), width * 0.35))
  const first = points[0]
  if (!first) return { ink: '', area: '' }
  const last = points[points.length - 1]!
  if (points.length === 1 || reach(points) < width * 0.5)
    return { ink: circle(first, width * (line.isPen ? 0.3 + first.z * 0.5 : 0.6)), area: '' }
  if (line.isClosed && (first.x !== last.x || first.y !== last.y)) points.push({ ...first })
  const dabs = line.isPen ? press(points, width) : feign(points, width, line.isClosed)
  return { ink: splitAtCorners(dabs).map(ribbon).join(''), area: line.isClosed ? area(points) : '' }
}

function flatten(segments: Line['segments']): Point[] {
  const all: Point[] = []
  for (const { type, points } of segments) {
    for (const [at, point] of points.entries()) {
      const before = points[at - 1]
      if (type === 'straight' && before) {
        const steps = Math.max(1, Math.floor(distance(before, point) / stride))
        for (let step = 1; step < steps; step++) all.push(mix(before, point, step / steps))
      }
      all.push(point)
    }
  }
  return all
}

/** Leaves out points that lie on each other: a slow hand makes hundreds. The last one always stays. */
function thin(points: readonly Point[], least: number): Point[] {
  const kept: Point[] = []
  for (const [at, point] of points.entries()) {
    const before = kept[kept.length - 1]
    if (!before || distance(before, point) >= least) kept.push(point)
    else if (at === points.length - 1 && kept.length > 1) kept[kept.length - 1] = point
  }
  return kept
}

/** Takes the tremor out of a line, but not its corners or its ends; nothing lags behind the pen. */
function soften(points: readonly Point[]): Point[] {
  return points.map((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    if (!before || !after || turn(before, point, after) < corner) return { ...point }
    const soft = mix(mix(before, after, 0.5), point, 0.5)
    return { x: soft.x, y: soft.y, z: soft.z }
  })
}

function press(points: readonly Point[], width: number): Dab[] {
  return points.map((point) => ({ ...point, radius: Math.max(0.3, (width * (0.35 + point.z)) / 2) }))
}

function feign(points: readonly Point[], width: number, isClosed: boolean): Dab[] {
  const total = points.reduce((sum, point, at) => sum + (at ? distance(points[at - 1]!, point) : 0), 0)
  const lift = Math.min(width * 2.5, total / 4)
  let pressure = 0.6
  let way = 0
  return points.map((point, at) => {
    const step = at ? distance(points[at - 1]!, point) : 0
    way += step
    pressure += (Math.max(0.25, 0.75 - step / 60) - pressure) * 0.25
    const end = isClosed ? 1 : Math.min(1, 0.55 + 0.45 * Math.min(way / lift, (total - way) / lift))
    return { ...point, radius: Math.max(0.3, (width * (0.45 + pressure * 0.9) * end) / 2) }
  })
}

function splitAtCorners(dabs: readonly Dab[]): Dab[][] {
  const ribbons: Dab[][] = []
  let piece: Dab[] = []
  for (const [at, dab] of dabs.entries()) {
    piece.push(dab)
    const before = dabs[at - 1]
    const after = dabs[at + 1]
    if (!before || !after || turn(before, dab, after) >= corner) continue
    ribbons.push(piece)
    piece = [dab]
  }
  ribbons.push(piece)
  return ribbons
}

/** Both edges of a row of dabs, with round ends. All ribbons wind the same way: overlaps stay filled. */
function ribbon(dabs: readonly Dab[]): string {
  const first = dabs[0]!
  const last = dabs[dabs.length - 1]!
  if (dabs.length === 1) return circle(first, first.radius)
  const left: { x: number; y: number }[] = []
  const right: { x: number; y: number }[] = []
  for (const [at, dab] of dabs.entries()) {
    const [from, to] = [dabs[at - 1] ?? dab, dabs[at + 1] ?? dab]
    const length = distance(from, to) || 1
    const [nx, ny] = [(-(to.y - from.y) / length) * dab.radius, ((to.x - from.x) / length) * dab.radius]
    left.push({ x: dab.x - nx, y: dab.y - ny })
    right.push({ x: dab.x + nx, y: dab.y + ny })
  }
  right.reverse()
  const cap = (radius: number, to: { x: number; y: number }) => `A${n(radius)} ${n(radius)} 0 0 1 ${xy(to)}`
  return `M${xy(left[0]!)}${edge(left)}${cap(last.radius, right[0]!)}${edge(right)}${cap(first.radius, left[0]!)}Z`
}

/** Through the midpoints, so that the edge has no corners of its own. */
function edge(points: readonly { x: number; y: number }[]): string {
  let path = ''
  for (let at = 1; at + 1 < points.length; at++)
    path += `Q${xy(points[at]!)} ${xy(middle(points[at]!, points[at + 1]!))}`
  return `${path}L${xy(points[points.length - 1]!)}`
}

const area = (points: readonly Point[]) => (points.length < 3 ? '' : `M${xy(points[0]!)}${edge(points)}Z`)

function circle({ x, y }: { x: number; y: number }, r: number): string {
  return `M${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)}Z`
}

function reach(points: readonly Point[]): number {
  return points.reduce((far, point) => Math.max(far, distance(points[0]!, point)), 0)
}

/** Cosine of the change of direction at `here`. */
function turn(before: Point, here: Point, after: Point): number {
  const [ax, ay, bx, by] = [here.x - before.x, here.y - before.y, after.x - here.x, after.y - here.y]
  const length = Math.hypot(ax, ay) * Math.hypot(bx, by)
  return length === 0 ? 1 : (ax * bx + ay * by) / length
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(b.x - a.x, b.y - a.y)
const middle = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
})
const mix = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
  z: a.z + (b.z - a.z) * part,
})
const n = (value: number) => Math.round(value * 100) / 100
const xy = (point: { x: number; y: number }) => `${n(point.x)} ${n(point.y)}`
