import { boxColumns, boxRows } from '../core/blur.ts'
import { clamp, smooth } from '../core/colour.ts'
import type { Mask } from '../core/mask.ts'
import { grain, lay, type Studio } from '../core/studio.ts'

/** The picture smeared downwards, as rain on a street shows it. */
function smeared(s: Studio): Float32Array[] {
  const spare = new Float32Array(s.w * s.h)
  return [s.pic.r, s.pic.g, s.pic.b].map((plane) => {
    const out = new Float32Array(s.w * s.h)
    boxRows(plane, spare, s.w, s.h, Math.max(1, Math.round(1.5 * s.u)))
    boxColumns(spare, out, s.w, s.h, Math.round(15 * s.u))
    return out
  })
}

/** A wet surface mirrors what stands above it; puddles show more of it. */
export function wetSheen(s: Studio, m: Mask, o: number, strength = 1) {
  const src = smeared(s)
  const own = [s.pic.r, s.pic.g, s.pic.b]
  const hy = s.horizon
  lay(s, m, (x, y, out) => {
    const d = y - hy
    const n = grain(s, x, y, 40, 3.5, o)
    const z = Math.max(d / s.u, 2)
    const puddle = smooth(s.noise.at(((x - s.w / 2) / s.u / z) * 220, 9000 / z, 64, 64, o), -0.5, 0.9)
    const ry = Math.round(clamp(hy - d * 0.92 + n * (2 * s.u + d * 0.012), 0, hy))
    const rx = Math.round(clamp(x + n * (0.6 * s.u + d * 0.012), 0, s.w - 1))
    const k = strength * (0.34 + 0.42 * puddle)
    for (let c = 0; c < 3; c++) {
      const dark = own[c]![y * s.w + x]! * 0.74
      out[c] = dark + (src[c]![ry * s.w + rx]! * 1.08 - dark) * k
    }
    return 0.95
  })
}
