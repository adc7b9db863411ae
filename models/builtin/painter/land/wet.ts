import { clamp, smooth } from '../core/colour.ts'
import type { Mask } from '../core/mask.ts'
import { grain, lay, type Studio } from '../core/studio.ts'

/** A wet surface shows what stands above it, smeared downwards; puddles show it sharper. */
export function wetSheen(s: Studio, m: Mask, o: number) {
  const { r, g, b } = s.pic
  const src = [r.slice(), g.slice(), b.slice()] as const
  const hy = s.horizon
  const blurY = Math.round(14 * s.u)
  lay(s, m, (x, y, out) => {
    const d = y - hy
    const n = grain(s, x, y, 26, 2.2, o)
    const puddle = smooth(
      s.noise.at(((x - s.w / 2) * 70) / Math.max(d, 1), 9000 / Math.max(d / s.u, 1), 60, 60, o),
      -0.4,
      0.8,
    )
    for (let c = 0; c < 3; c++) {
      let sum = 0
      for (let k = -2; k <= 2; k++) {
        const ry = Math.round(clamp(hy - d * 0.92 + n * 3 * s.u + (k * blurY) / 2, 0, hy))
        const rx = Math.round(clamp(x + n * (s.u + d * 0.02), 0, s.w - 1))
        sum += src[c]![ry * s.w + rx]!
      }
      const own = src[c]![y * s.w + x]! * 0.72
      out[c] = own + (sum / 5 - own) * (0.42 + 0.36 * puddle)
    }
    return 0.9
  })
}
