import { clamp, hex, mix } from '../core/colour.ts'
import type { Path } from '../core/mask.ts'
import { along, fill, flipped } from '../core/shapes.ts'
import { formOf, type Studio } from '../core/studio.ts'
import { frontness } from '../land/grass.ts'
import { lengthOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { reversed } from '../read/silhouette.ts'
import { paintBeam } from './beams.ts'
import { bandEdges } from './road.ts'

/** Planks across between the two drawn edges, posts under both, its own shade on the water. */
export function paintPier(s: Studio, p: Placed, waterAt: (x: number, y: number) => number) {
  const edges = bandEdges(s, p)
  if (!edges) {
    fill(s, p.paths, s.script.lit(hex('#b08468'), 0.8))
    return
  }
  const r = formOf(s, p.thing.key)
  const [left, right] = edges
  const c = p.thing.tint ? mix(hex('#c08a6c'), p.thing.tint, 0.5) : hex('#c08a6c')
  const body = [...left, ...reversed(right)]
  const drop = (q: Path, k: number): Path => q.map((v, i) => (i % 2 ? v + k * (0.15 + frontness(s, v)) : v))
  fill(s, drop(body, 34 * s.u), s.script.lit(hex('#1c2448'), 0.1), { alpha: 0.42, clip: waterAt })
  const n = Math.round(clamp(lengthOf(left) / (52 * s.u), 3, 9))
  for (const side of [left, right])
    for (let i = 0; i <= n; i++) {
      const [x, y] = along(side, (i / n) ** 1.3)
      const f = frontness(s, y)
      const w = (2 + 11 * f) * s.u
      const foot = y + (8 + 44 * f) * s.u
      fill(
        s,
        flipped([x - w / 2, y, x + w / 2, y, x + w / 2, foot, x - w / 2, foot], foot),
        s.script.lit(hex('#241e40'), 0.1),
        { alpha: 0.3, clip: waterAt },
      )
      paintBeam(s, [x, y, x, foot], w, hex('#6a4a50'), 0)
    }
  fill(s, body, s.script.lit(c, 0.8), { to: s.script.lit(c, 0.65) })
  planks(s, left, right, c, r)
  for (const [side, k] of [
    [left, 0.25],
    [right, 1],
  ] as const)
    paintBeam(s, side, 3 * s.u, mix(c, hex('#ffdca8'), k * 0.4), 0, 2.4)
  for (let i = 0; i < n; i++) {
    const [x, y] = along(right, ((i + 0.3) / n) ** 1.3)
    const f = frontness(s, y)
    paintBeam(s, [x, y, x, y - (7 + 30 * f) * s.u], (2 + 7 * f) * s.u, hex('#8a5c58'), 0)
  }
}

function planks(
  s: Studio,
  left: Path,
  right: Path,
  c: readonly [number, number, number],
  r: { next(): number },
) {
  const length = lengthOf(left)
  for (let t = 0; t < 1; ) {
    const [a, b] = [along(left, t), along(right, t)]
    const w = Math.hypot(b[0] - a[0], b[1] - a[1])
    const step = clamp((w * 0.085) / length, 0.008, 0.12)
    const [e, f] = [along(left, Math.min(1, t + step)), along(right, Math.min(1, t + step))]
    const k = 0.82 + 0.3 * r.next()
    const one = s.script.lit([c[0] * k, c[1] * k, c[2] * k], 0.9)
    fill(s, [a[0], a[1], b[0], b[1], f[0], f[1], e[0], e[1]], one, {
      to: mix(one, s.script.shade, 0.15),
      texture: 0.06,
    })
    paintBeam(s, [e[0], e[1], f[0], f[1]], Math.max(0.8, w * 0.008), hex('#4a3048'), 0)
    t += step
  }
}
