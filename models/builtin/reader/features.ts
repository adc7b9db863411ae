import type { Layout, Stroke } from '../../generator.ts'

/** Numbers per stroke, in this order; models/training/features.py computes exactly the same: change both or neither. */
const absolute = 16
const local = 32
const dense = 96
const grid = 8
const turns = 8
const scalars = 34
export const featureWidth = absolute * 2 + local * 2 + grid * grid + turns + scalars

/** More strokes than this and the shortest are left out. */
export const strokeLimit = 256

/** x, y, x, y ... of a line sampled evenly. */
type Line = { xs: Float64Array; ys: Float64Array }

/** The strokes as the net sees them: one row of numbers each; `kept` are their places in the layout. */
export const layoutFeatures = (layout: Layout): { features: Float32Array; kept: number[] } => {
  const kept = keepLongest(layout.strokes)
  const features = new Float32Array(kept.length * featureWidth)
  const wide = layout.width / layout.height
  kept.forEach((place, order) => {
    const row = strokeFeatures(layout.strokes[place]!, layout.height, wide, order, kept.length)
    features.set(row, order * featureWidth)
  })
  return { features, kept }
}

const keepLongest = (strokes: Stroke[]): number[] => {
  const places = strokes.map((_, place) => place).filter((place) => strokes[place]!.points.length >= 3)
  if (places.length <= strokeLimit) return places
  const length = new Map(places.map((place) => [place, polyline(strokes[place]!, 1).length]))
  return places
    .sort((a, b) => length.get(b)! - length.get(a)! || a - b)
    .slice(0, strokeLimit)
    .sort((a, b) => a - b)
}

/** The stroke in panel heights, with the way along it at each point. */
const polyline = (stroke: Stroke, height: number) => {
  const count = Math.floor(stroke.points.length / 3)
  const [xs, ys, along] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  for (let i = 0; i < count; i++) {
    xs[i] = stroke.points[i * 3]! / height
    ys[i] = stroke.points[i * 3 + 1]! / height
    if (i > 0) along[i] = along[i - 1]! + Math.hypot(xs[i]! - xs[i - 1]!, ys[i]! - ys[i - 1]!)
  }
  return { xs, ys, along, length: along[count - 1] ?? 0 }
}

const resample = ({ xs, ys, along, length }: ReturnType<typeof polyline>): Line => {
  const even: Line = { xs: new Float64Array(dense), ys: new Float64Array(dense) }
  let at = 0
  for (let i = 0; i < dense; i++) {
    const way = (length * i) / (dense - 1)
    while (at < along.length - 2 && along[at + 1]! <= way) at++
    const step = (along[at + 1] ?? 0) - along[at]!
    const t = step > 0 ? Math.min(1, (way - along[at]!) / step) : 0
    even.xs[i] = xs[at]! + ((xs[at + 1] ?? xs[at]!) - xs[at]!) * t
    even.ys[i] = ys[at]! + ((ys[at + 1] ?? ys[at]!) - ys[at]!) * t
  }
  return even
}

/** The same line however it was drawn: open ones run to the right, closed ones clockwise from the lowest point. */
const settle = ({ xs, ys }: Line, closed: boolean): Line => {
  const last = dense - 1
  if (!closed) return xs[last]! < xs[0]! ? { xs: xs.toReversed(), ys: ys.toReversed() } : { xs, ys }
  let area = 0
  for (let i = 0; i < dense; i++) {
    const next = (i + 1) % dense
    area += xs[i]! * ys[next]! - xs[next]! * ys[i]!
  }
  const [x, y] = area < 0 ? [xs.toReversed(), ys.toReversed()] : [xs, ys]
  let low = 0
  for (let i = 1; i < dense; i++) if (y[i]! > y[low]!) low = i
  const turn = (values: Float64Array) => values.map((_, i) => values[(i + low) % dense]!)
  return { xs: turn(x), ys: turn(y) }
}

const strokeFeatures = (
  stroke: Stroke,
  height: number,
  wide: number,
  order: number,
  count: number,
): number[] => {
  const drawn = polyline(stroke, height)
  const length = Math.max(drawn.length, 1e-4)
  const even = resample(drawn)
  const gap = Math.hypot(even.xs[0]! - even.xs[dense - 1]!, even.ys[0]! - even.ys[dense - 1]!)
  const line = settle(even, gap <= 0.2 * length)
  const box = {
    x0: Math.min(...line.xs),
    x1: Math.max(...line.xs),
    y0: Math.min(...line.ys),
    y1: Math.max(...line.ys),
  }
  const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
  const extent = { x: box.x1 - box.x0, y: box.y1 - box.y0 }
  const reach = Math.max(extent.x, extent.y, 1e-3)
  const scale = Math.sqrt(wide)
  const ink = rgb(stroke.colour)
  const paint = rgb(stroke.fill ?? '#ffffff')
  const { leaning, bends } = directions(line)
  return [
    ...thinned(line, absolute, { x: wide / 2, y: 0.5 }, 1 / scale),
    ...thinned(line, local, middle, 2 / reach),
    ...occupied(line, box, extent, reach),
    ...leaning,
    (middle.x - wide / 2) / scale,
    (middle.y - 0.5) / scale,
    box.x0 / wide,
    box.x1 / wide,
    box.y0,
    box.y1,
    extent.x / scale,
    extent.y / scale,
    Math.log(extent.x + 0.01),
    Math.log(extent.y + 0.01),
    Math.log(length + 0.01),
    gap / length,
    bends.total / 12,
    bends.signed / 12,
    bends.sharp / 16,
    Math.log((extent.y + 0.01) / (extent.x + 0.01)),
    length / (extent.x + extent.y + 0.01) / 4,
    (stroke.size / height) * 60,
    order / count,
    Math.log(count) / 4,
    Math.log(wide),
    stroke.fill ? 1 : 0,
    ...ink,
    ...paint,
    Math.max(...ink) - Math.min(...ink),
    Math.max(...paint) - Math.min(...paint),
    Math.sin(order),
    Math.cos(order),
    Math.sin(order / 5),
    Math.cos(order / 5),
  ]
}

const thinned = (line: Line, count: number, from: { x: number; y: number }, by: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round((i * (dense - 1)) / (count - 1))).flatMap((at) => [
    (line.xs[at]! - from.x) * by,
    (line.ys[at]! - from.y) * by,
  ])

/** How much of the line lies in each cell of its own box. */
const occupied = (
  line: Line,
  box: { x0: number; y0: number },
  extent: { x: number; y: number },
  reach: number,
): number[] => {
  const cells = new Array<number>(grid * grid).fill(0)
  const cell = (value: number, low: number, size: number) =>
    Math.min(Math.trunc(((value - low) / Math.max(size, reach * 0.1)) * grid), grid - 1)
  for (let i = 0; i < dense; i++) {
    cells[cell(line.ys[i]!, box.y0, extent.y) * grid + cell(line.xs[i]!, box.x0, extent.x)]! += 1
  }
  return cells.map((count) => Math.min(count, 6) / 6)
}

/** How much of the line runs each way, and how it bends (radians over two steps). */
const directions = (line: Line) => {
  const leaning = new Array<number>(turns).fill(0)
  const angles = new Float64Array(dense - 1)
  let whole = 0
  for (let i = 0; i < dense - 1; i++) {
    const [dx, dy] = [line.xs[i + 1]! - line.xs[i]!, line.ys[i + 1]! - line.ys[i]!]
    const size = Math.hypot(dx, dy)
    angles[i] = Math.atan2(dy, dx)
    leaning[Math.floor((modulo(angles[i]!, Math.PI) / Math.PI) * turns) % turns]! += size
    whole += size
  }
  const bends = { total: 0, signed: 0, sharp: 0 }
  for (let i = 2; i < angles.length; i++) {
    const bend = modulo(angles[i]! - angles[i - 2]! + Math.PI, 2 * Math.PI) - Math.PI
    bends.total += Math.abs(bend)
    bends.signed += bend
    if (Math.abs(bend) > 1) bends.sharp += 1
  }
  return { leaning: leaning.map((size) => size / Math.max(whole, 1e-6)), bends }
}

const modulo = (value: number, by: number) => ((value % by) + by) % by

const rgb = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
