import { clamp, hex, mix, type RGB } from '../core/colour.ts'
import { dab, glow } from '../core/marks.ts'
import { cover, type Path } from '../core/mask.ts'
import { grain, lay, type Studio } from '../core/studio.ts'

/** Glow around the light, before clouds are painted in front of it. */
export function paintSunGlow(s: Studio, x: number, y: number, radius: number) {
  const { hour } = s.script
  const low = hour === 'golden' || hour === 'dawn' || hour === 'dusk'
  const k = (low ? 1 : 0.6) * clamp(s.script.direct * 1.1)
  const wide: RGB = low ? hex('#ffb45a') : hex('#fff0c0')
  glow(s.pic, x, y, 330 * s.u, wide, 0.55 * k, low ? 210 * s.u : 330 * s.u)
  glow(s.pic, x, y, radius * 5, mix(wide, [1, 1, 0.9], 0.4), 0.75 * k)
}

export function paintSun(s: Studio, x: number, y: number, radius: number, shape: Path[], tint: RGB | null) {
  const low = s.script.hour === 'golden' || s.script.hour === 'dusk' || s.script.hour === 'dawn'
  const body: RGB = low ? [1.25, 1.2, 0.98] : [1.25, 1.23, 1.12]
  const c = tint ? mix(body, [tint[0] * 1.3, tint[1] * 1.3, tint[2] * 1.2], 0.35) : body
  const m = cover(shape, s.w, s.h)
  const dim = clamp(1.3 * s.script.direct, 0.22, 1)
  if (m)
    lay(s, m, (_, __, out) => {
      out.set(c)
      return dim
    })
  else dab(s.pic, x, y, radius, radius, 0, c, dim)
  glow(s.pic, x, y, radius * 2.4, [1, 0.94, 0.7], 0.8 * dim)
}

export function paintMoonGlow(s: Studio, x: number, y: number, radius: number) {
  const k = s.script.hour === 'night' ? 1 : 0.4
  glow(s.pic, x, y, 330 * s.u, hex('#5a86e0'), 0.55 * k)
  glow(s.pic, x, y, radius * 3.5, hex('#a8c4ff'), 0.55 * k)
}

export function paintMoon(s: Studio, x: number, y: number, radius: number, shape: Path[], tint: RGB | null) {
  const m = cover(shape, s.w, s.h)
  const base = tint ? mix(hex('#fdf8e4'), tint, 0.3) : hex('#fdf8e4')
  const dim = s.script.hour === 'night' || s.script.hour === 'dusk' ? 1 : 0.6
  if (m)
    lay(s, m, (px, py, out) => {
      const k = 1.08 - 0.12 * clamp(grain(s, px - x, py - y, radius / s.u, radius / s.u, 4))
      out[0] = base[0] * k
      out[1] = base[1] * k
      out[2] = base[2] * k
      return dim
    })
  glow(s.pic, x, y, radius * 1.5, hex('#e8efff'), 0.45 * dim)
}
