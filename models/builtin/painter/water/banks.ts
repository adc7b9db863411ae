import { clamp, look } from '../core/colour.ts'
import { blade, dab } from '../core/marks.ts'
import { type Path, signedArea } from '../core/mask.ts'
import { air, depthAt, formOf, type Studio } from '../core/studio.ts'
import { frontness } from '../land/grass.ts'
import { grassTones, soilTones } from '../land/ground.ts'
import { resample } from '../read/lines.ts'

/** Stones and tufts where land meets water, denser and larger to the front. */
export function paintBanks(s: Studio, key: string, paths: Path[]) {
  const r = formOf(s, `${key}/bank`)
  const stone = s.script.tones(['#4a5068', '#8a8a94', '#c8c0b8', '#f0e8dc'])
  const snow = s.script.snowy ? soilTones(s, 'snow') : null
  const [a] = grassTones(s)
  for (const raw of paths) {
    const out = signedArea(raw) > 0 ? 1 : -1
    const p = resample([...raw, raw[0]!, raw[1]!], 3.2 * s.u)
    for (let i = 2; i + 3 < p.length; i += 2) {
      const [x, y] = [p[i]!, p[i + 1]!]
      if (x < 0 || x > s.w || y > s.h || y < s.horizon - 4 * s.u) continue
      const [dx, dy] = [p[i + 2]! - p[i - 2]!, p[i + 3]! - p[i - 1]!]
      const d = Math.hypot(dx, dy) || 1
      // Outward normal; its downward part says whether this is the near bank.
      const near = (-dx / d) * out
      const f = frontness(s, y)
      const size = (1 + 9 * f ** 1.3) * s.u * r.range(0.5, 1.2)
      const depth = depthAt(s, y)
      if (snow) {
        dab(
          s.pic,
          x,
          y - size * 0.3 * near,
          size * 1.8,
          size * 0.8,
          0,
          air(s, look(snow, 0.75 - 0.2 * near), depth),
        )
        continue
      }
      if (r.chance(0.55)) {
        dab(
          s.pic,
          x + r.normal() * size * 0.4,
          y + r.normal() * size * 0.2,
          size,
          size * 0.6,
          0,
          air(s, look(stone, 0.22), depth),
        )
        dab(
          s.pic,
          x - size * 0.15,
          y - size * 0.22,
          size * 0.75,
          size * 0.36,
          0,
          air(s, look(stone, r.range(0.5, 0.9)), depth),
        )
      }
      if (near < -0.35 && f > 0.25) continue
      const tufts = near > 0.2 ? 4 : 2
      for (let k = 0; k < tufts; k++) {
        const h = (2.4 + 20 * f ** 1.2) * s.u * r.range(0.5, 1.2)
        const t = clamp(0.42 + 0.14 * r.normal(), 0.05, 0.95)
        blade(
          s.pic,
          x + r.normal() * size,
          y + (near > 0 ? size * 0.8 : 0),
          h,
          h * 0.3 * r.normal(),
          Math.max(h * 0.08, 0.5),
          air(s, look(a, t), depth),
        )
      }
    }
  }
}
