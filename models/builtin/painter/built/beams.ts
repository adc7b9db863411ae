import type { RGB } from '../core/colour.ts'
import type { Path } from '../core/mask.ts'
import { fill } from '../core/shapes.ts'
import type { Studio } from '../core/studio.ts'
import type { Line } from '../read/lines.ts'

export type Beam = { path: Path; upright: boolean; box: Line['box'] }

/** Straight members of a frame: what stands and what lies. */
export function beamsOf(lines: Line[]): Beam[] {
  return lines
    .filter((l) => !l.closed)
    .map((l) => ({ path: l.path, box: l.box, upright: l.box.y1 - l.box.y0 > l.box.x1 - l.box.x0 }))
}

/** A member with thickness: lit side, shaded side. */
export function paintBeam(s: Studio, path: Path, width: number, c: RGB, depth: number, taper = 1) {
  const n = path.length / 2
  if (n < 2) return
  const a: Path = []
  const b: Path = []
  const mid: Path = []
  const side = Math.sign(s.light[0]) || 1
  for (let i = 0; i < n; i++) {
    const j = Math.max(0, i - 1)
    const k = Math.min(n - 1, i + 1)
    const [dx, dy] = [path[k * 2]! - path[j * 2]!, path[k * 2 + 1]! - path[j * 2 + 1]!]
    const d = Math.hypot(dx, dy) || 1
    const w = (width / 2) * (1 + (taper - 1) * (i / (n - 1)))
    // The normal always points to the light: right or left for posts, up for rails.
    let [nx, ny] = [-dy / d, dx / d]
    if (Math.abs(dy) > Math.abs(dx) ? nx * side < 0 : ny > 0) [nx, ny] = [-nx, -ny]
    a.push(path[i * 2]! + nx * w, path[i * 2 + 1]! + ny * w)
    b.unshift(path[i * 2]! - nx * w, path[i * 2 + 1]! - ny * w)
    mid.unshift(path[i * 2]! + nx * w * 0.25, path[i * 2 + 1]! + ny * w * 0.25)
  }
  fill(s, [...a, ...b], s.script.lit(c, 0.25), { depth, texture: 0.06 })
  fill(s, [...a, ...mid], s.script.lit(c, 0.95), { depth, texture: 0.06 })
}

/** A path from its two ends only, for posts that should be straight. */
export const straight = (p: Path): Path => [p[0]!, p[1]!, p.at(-2)!, p.at(-1)!]
