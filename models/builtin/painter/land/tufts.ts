import { clamp, look } from '../core/colour.ts'
import { blade, dab } from '../core/marks.ts'
import { air, depthAt, type Studio, touchOf } from '../core/studio.ts'
import { frontness } from './grass.ts'
import { grassTones, soilTones } from './ground.ts'

const lieAt = (s: Studio, x: number, y: number) =>
  x >= 0 && y >= 0 && x < s.w && y < s.h ? s.lie[Math.floor(y) * s.w + Math.floor(x)]! : 0

/** Grass (or drifted snow) at the foot of something, so that it stands in the ground and not on it. */
export function footTufts(s: Studio, key: string, x0: number, x1: number, y: number) {
  if (y > s.h + 20 * s.u || s.paved || lieAt(s, (x0 + x1) / 2, y + 2 * s.u) > 0) return
  const r = touchOf(s, `${key}/foot`)
  const f = frontness(s, y)
  const depth = depthAt(s, y)
  if (s.script.snowy) {
    const snow = soilTones(s, 'snow')
    const n = Math.max(3, Math.round((x1 - x0) / (5 * s.u)))
    for (let i = 0; i < n; i++) {
      const x = x0 + ((x1 - x0) * (i + r.next())) / n
      const size = (1.6 + 4 * f) * s.u * r.range(0.7, 1.5)
      dab(s.pic, x, y + size * 0.25, size * 2, size * 0.6, 0, air(s, look(snow, r.range(0.55, 0.85)), depth))
    }
    return
  }
  const [a, b] = grassTones(s)
  const n = Math.round(((x1 - x0) / s.u) * 0.9)
  for (let i = 0; i < n; i++) {
    const h = (2 + 13 * f ** 1.2) * s.u * r.range(0.4, 1.15)
    const c = look(r.chance(0.5) ? a : b, clamp(0.46 + 0.14 * r.normal(), 0.05, 0.95))
    blade(
      s.pic,
      x0 + (x1 - x0) * r.next(),
      y + h * 0.22,
      h,
      h * 0.3 * r.normal(),
      Math.max(h * 0.08, 0.5),
      air(s, c, depth * 0.7),
    )
  }
}
