import { clamp, hex, look, mix, type RGB } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import type { Path } from '../core/mask.ts'
import { along, fill } from '../core/shapes.ts'
import { depthAt, type Studio } from '../core/studio.ts'
import { soilTones } from '../land/ground.ts'
import { isFlight } from '../read/bands.ts'
import { lengthOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { bandEdges } from './road.ts'

/** Seen from the side: each tread catches light, each riser is in shade. */
function sideSteps(s: Studio, p: Path, stone: RGB, depth: number) {
  const w = Math.max(2 * s.u, lengthOf(p) * 0.012)
  for (let i = 0; i + 3 < p.length; i += 2) {
    const [dx, dy] = [Math.abs(p[i + 2]! - p[i]!), Math.abs(p[i + 3]! - p[i + 1]!)]
    const tread = dx > dy
    const c = s.script.lit(
      tread ? mix(stone, [1, 0.98, 0.92], 0.3) : mix(stone, hex('#3a3848'), 0.4),
      tread ? 1 : 0.2,
    )
    stroke(
      s.pic,
      [p[i]!, p[i + 1]! + (tread ? w * 0.5 : 0), p[i + 2]!, p[i + 3]! + (tread ? w * 0.5 : 0)],
      w,
      mix(c, s.script.haze, depth),
    )
  }
}

/** Steps between the drawn edges: bright treads, dark risers, lower ones larger. */
export function paintStairs(s: Studio, p: Placed) {
  const flight = p.thing.lines.toSorted((a, b) => b.length - a.length).find(isFlight)
  const edges = flight ? null : bandEdges(s, p)
  const stone = p.thing.tint ? mix(hex('#b0aca8'), p.thing.tint, 0.5) : hex('#b0aca8')
  const depth = depthAt(s, p.base)
  fill(s, p.paths, s.script.lit(stone, 0.6), { to: s.script.lit(stone, 0.75), depth })
  if (flight) sideSteps(s, flight.path, stone, depth)
  if (!edges) return
  const [left, right] = edges
  const snow = s.script.snowy ? look(soilTones(s, 'snow'), 0.78) : null
  for (let t = 0; t < 0.999; ) {
    const [a, b] = [along(left, t), along(right, t)]
    const w = Math.hypot(b[0] - a[0], b[1] - a[1])
    const len = Math.max(Math.hypot(left[0]! - left.at(-2)!, left[1]! - left.at(-1)!), 1)
    const step = clamp((w * 0.085) / len, 0.02, 0.12)
    const cut = Math.min(1, t + step * 0.55)
    const end = Math.min(1, t + step)
    const [c, d, e, f] = [along(left, cut), along(right, cut), along(left, end), along(right, end)]
    fill(s, [...a, ...b, ...d, ...c], snow ?? s.script.lit(stone, 1), { depth, texture: 0.05 })
    fill(s, [...c, ...d, ...f, ...e], s.script.lit(stone, 0.2), {
      to: s.script.lit(stone, 0.4),
      depth,
      texture: 0.06,
    })
    t += step
  }
}
