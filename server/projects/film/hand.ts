import { type ColourName, pxOf, type SizeName } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'

export type Point = readonly [x: number, y: number]
export type Ink = { colour?: ColourName; size?: SizeName; fill?: boolean; closed?: boolean }
/** One stroke as drawn, without the panel it belongs to. */
export type Drawn = Omit<StrokeRecord, 'panel' | 'index' | 'by' | 'at'>

/** mulberry32: the film is drawn the same way on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A hand with a pen: straight wishes go in, lines with a wrist's wobble and a pen's pressure come out. */
export class Hand {
  readonly strokes: Drawn[] = []
  readonly random: () => number

  constructor(seed: number) {
    this.random = seeded(seed)
  }

  /** -1..1 */
  sway(): number {
    return this.random() * 2 - 1
  }

  /** A line through the points: corners stay, the way between them bends a little. */
  line(points: readonly Point[], ink: Ink = {}): void {
    this.#put(this.#resample(points), ink)
  }

  /** A smooth line through the points (Catmull-Rom). */
  curve(points: readonly Point[], ink: Ink = {}): void {
    this.#put(this.#resample(smooth(ink.closed ? [...points, points[0]!] : points)), ink)
  }

  /** Part of an ellipse; angles in turns, clockwise from the right. */
  arc([x, y]: Point, [rx, ry]: Point, from = 0, to = 1, ink: Ink = {}): void {
    const count = Math.max(8, Math.round(Math.abs(to - from) * 28))
    const points = Array.from({ length: count + 1 }, (_, at): Point => {
      const angle = (from + ((to - from) * at) / count) * 2 * Math.PI
      return [x + Math.cos(angle) * rx, y + Math.sin(angle) * ry]
    })
    this.#put(this.#resample(points), ink)
  }

  #resample(points: readonly Point[]): Point[] {
    const dense: Point[] = []
    // One slow drift over the whole line and a small tremor: two waves of a hand.
    const [drift, phase, tremor] = [0.9 + this.random() * 0.9, this.random() * 6.3, this.random() * 6.3]
    let way = 0
    for (let at = 0; at + 1 < points.length; at++) {
      const [[x0, y0], [x1, y1]] = [points[at]!, points[at + 1]!]
      const length = Math.hypot(x1 - x0, y1 - y0)
      const steps = Math.max(1, Math.round(length / 7))
      for (let step = at === 0 ? 0 : 1; step <= steps; step++) {
        const part = step / steps
        const here = way + length * part
        const bend = drift * Math.sin(here / 60 + phase) + 0.35 * Math.sin(here / 11 + tremor)
        const side = length > 0 ? [-(y1 - y0) / length, (x1 - x0) / length] : [0, 0]
        dense.push([x0 + (x1 - x0) * part + side[0]! * bend, y0 + (y1 - y0) * part + side[1]! * bend])
      }
      way += length
    }
    return dense
  }

  #put(points: readonly Point[], ink: Ink): void {
    const [x, y] = points[0] ?? [0, 0]
    const heavy = 0.52 + 0.14 * this.random()
    const last = Math.max(1, points.length - 1)
    const segment = points.map((point, at) => {
      const lift = ink.closed ? 1 : Math.min(1, at / 4 + 0.45, (last - at) / 5 + 0.35)
      return { x: point[0] - x, y: point[1] - y, z: Math.min(1, heavy * lift + 0.05 * this.sway()) }
    })
    this.strokes.push({
      x,
      y,
      rotation: 0,
      scale: 1,
      opacity: 1,
      colour: ink.colour ?? 'black',
      fill: ink.fill ? 'solid' : 'none',
      size: ink.size ?? 'm',
      isClosed: ink.closed ?? false,
      isPen: true,
      segments: [{ type: 'free', points: segment }],
    })
  }
}

function smooth(points: readonly Point[]): Point[] {
  const out: Point[] = []
  const at = (index: number) => points[Math.max(0, Math.min(points.length - 1, index))]!
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    for (let step = 0; step < 8; step++) {
      const t = step / 8
      out.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)])
    }
  }
  out.push(at(points.length - 1))
  return out
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  )
}

/** Width of the pen in panel units, for things that are drawn as a band. */
export const penWidth = (size: SizeName): number => pxOf(size)
