import type { RGB } from './colour.ts'
import { cover, type Path } from './mask.ts'
import { air, lay, type Studio } from './studio.ts'

export type Fill = {
  to?: RGB
  depth?: number
  texture?: number
  across?: boolean
  alpha?: number
  clip?: (x: number, y: number) => number
}

/** A flat built surface: a gradient (top to bottom, or left to right) with a little brush in it. */
export function fill(s: Studio, paths: Path | Path[], from: RGB, o: Fill = {}) {
  const list = (typeof paths[0] === 'number' ? [paths] : paths) as Path[]
  const m = cover(list, s.w, s.h)
  if (!m) return
  const depth = o.depth ?? 0
  const a = air(s, from, depth)
  const b = air(s, o.to ?? from, depth)
  const texture = o.texture ?? 0.035
  const alpha = o.alpha ?? 1
  // The gradient runs over the shape, not over the part of it that is on the page.
  let [lo, hi] = [Infinity, -Infinity]
  for (const p of list)
    for (let i = o.across ? 0 : 1; i < p.length; i += 2) {
      lo = Math.min(lo, p[i]!)
      hi = Math.max(hi, p[i]!)
    }
  const span = Math.max(hi - lo, 1)
  lay(s, m, (x, y, out) => {
    const raw = ((o.across ? x : y) - lo) / span
    const t = raw < 0 ? 0 : raw > 1 ? 1 : raw
    const k = 1 + texture * s.brush.fine(x, y)
    out[0] = (a[0] + (b[0] - a[0]) * t) * k
    out[1] = (a[1] + (b[1] - a[1]) * t) * k
    out[2] = (a[2] + (b[2] - a[2]) * t) * k
    return o.clip ? alpha * o.clip(x, y) : alpha
  })
}

export const rect = (x0: number, y0: number, x1: number, y1: number): Path => [x0, y0, x1, y0, x1, y1, x0, y1]

export const flipped = (p: Path, axis: number): Path => p.map((v, i) => (i % 2 ? 2 * axis - v : v))

/** Point at share t (0..1) of a path's length. */
export function along(p: Path, t: number): [number, number] {
  let total = 0
  for (let i = 2; i < p.length; i += 2) total += Math.hypot(p[i]! - p[i - 2]!, p[i + 1]! - p[i - 1]!)
  let left = total * t
  for (let i = 2; i < p.length; i += 2) {
    const d = Math.hypot(p[i]! - p[i - 2]!, p[i + 1]! - p[i - 1]!)
    if (left <= d && d > 0)
      return [p[i - 2]! + ((p[i]! - p[i - 2]!) * left) / d, p[i - 1]! + ((p[i + 1]! - p[i - 1]!) * left) / d]
    left -= d
  }
  return [p.at(-2)!, p.at(-1)!]
}
