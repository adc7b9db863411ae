import { at, clamp, mix, type RGB, smooth } from '../core/colour.ts'
import { dab, glow } from '../core/marks.ts'
import type { Mask } from '../core/mask.ts'
import { formOf, grain, lay, type Studio, touchOf } from '../core/studio.ts'

export const wholePage = (s: Studio): Mask => ({
  x0: 0,
  y0: 0,
  w: s.w,
  h: s.h,
  a: new Float32Array(s.w * s.h).fill(1),
})

export const rowsOf = (s: Studio, y0: number, y1: number): Mask => {
  const top = Math.round(clamp(y0, 0, s.h))
  const h = Math.max(0, Math.round(clamp(y1, 0, s.h)) - top)
  return { x0: 0, y0: top, w: s.w, h, a: new Float32Array(s.w * h).fill(1) }
}

/** The gradient from zenith to horizon; its height is broken by long brush strokes. */
export function paintSky(s: Studio, tint: RGB | null) {
  const { sky } = s.script
  const hy = s.horizon
  lay(s, rowsOf(s, 0, hy + 8), (x, y, out) => {
    const i = at((y + s.brush.broad(x, y) * 10 * s.u) / hy)
    out[0] = sky[i]!
    out[1] = sky[i + 1]!
    out[2] = sky[i + 2]!
    return 1
  })
  if (tint)
    lay(s, rowsOf(s, 0, hy + 8), (_, y, out) => {
      out.set(tint)
      return 0.22 * (1 - (0.7 * y) / hy)
    })
  if (s.script.hour === 'night' && s.script.air < 1.2) paintStars(s, 420)
  const cover = { clear: 0, cloudy: 0.7, rain: 1, storm: 1.2, snow: 0.8, fog: 0.35 }[s.script.weather]
  if (cover > 0) paintCover(s, cover)
}

/** A closed or closing cover of cloud: broad rolls, smaller towards the horizon. */
function paintCover(s: Studio, k: number) {
  const hy = s.horizon
  const { cloud } = s.script
  const o = formOf(s, 'cover').range(1, 60)
  const storm = s.script.weather === 'storm' ? 1.5 : 1
  lay(s, rowsOf(s, 0, hy + 4), (x, y, out) => {
    const v = clamp(y / hy)
    const z = 1 / (1.15 - v)
    const n =
      grain(s, (x - s.w / 2) * z, y * z * 1.8, 300, 74, o) * 0.7 +
      grain(s, x * z, y * z * 2, 90, 26, o + 3) * 0.35
    const edge = smooth(n, -0.5, 1.1)
    const t = 0.5 + 0.22 * n * storm - 0.16 * (1 - v) + 0.05 * s.brush.broad(x, y)
    const i = at(t)
    out[0] = cloud[i]!
    out[1] = cloud[i + 1]!
    out[2] = cloud[i + 2]!
    return clamp(edge * k * (1 - 0.75 * v ** 3), 0, 0.92)
  })
}

export function paintStars(s: Studio, count: number) {
  const r = formOf(s, 'stars')
  for (let i = 0; i < count; i++) {
    const x = r.range(0, s.w)
    const y = s.horizon * 0.92 * r.next() ** 1.2
    const b = r.next() ** 3
    const size = (0.25 + 0.85 * b) * s.u
    const k = (0.25 + 0.75 * b) * (1 - 0.5 * (y / s.horizon))
    dab(s.pic, x, y, size, size, 0, [0.94, 0.96, 1], k)
    if (b > 0.6) glow(s.pic, x, y, 3.2 * s.u, [0.6, 0.7, 1], 0.35 * b)
  }
  const o = r.range(1, 40)
  const band = mix(s.script.key, [0.44, 0.53, 0.88], 0.8)
  lay(s, rowsOf(s, 0, s.horizon), (x, y, out) => {
    const d = ((x - s.w * 0.3) * 0.55 + (y - s.h * 0.2)) / (70 * s.u)
    if (d * d > 8) return 0
    out.set(band)
    return Math.exp(-d * d) * smooth(grain(s, x, y, 90, 60, o), -0.6, 1.6) * 0.2
  })
}

/** Drawn stars: bright ones where the pen put them. */
export function paintStarAt(s: Studio, x: number, y: number, size: number) {
  const r = clamp(size * 0.18, 1.2 * s.u, 4 * s.u)
  const c: RGB = [1, 0.98, 0.9]
  glow(s.pic, x, y, r * 4.5, [0.7, 0.78, 1], 0.5)
  dab(s.pic, x, y, r, r, 0, c)
  for (const [a, b] of [
    [r * 3.4, r * 0.28],
    [r * 0.28, r * 3.4],
  ] as const)
    dab(s.pic, x, y, a, b, 0, c, 0.8)
}

export type CirrusBand = {
  y: number
  height: number
  colour: RGB
  k: number
  sx: number
  sy: number
  angle: number
  o: number
  x0?: number
  x1?: number
}

/** Combed ice cloud in a soft band. */
export function paintCirrus(s: Studio, b: CirrusBand) {
  const [cos, sin] = [Math.cos(b.angle), Math.sin(b.angle)]
  const reach = b.height * 2 + Math.abs(sin) * s.w * 0.5
  const edge = (x: number) =>
    b.x0 === undefined
      ? 1
      : smooth(x, b.x0 - 40 * s.u, b.x0 + 60 * s.u) * (1 - smooth(x, b.x1! - 60 * s.u, b.x1! + 40 * s.u))
  lay(s, rowsOf(s, Math.max(0, b.y - reach), Math.min(s.horizon, b.y + reach)), (x, y, out) => {
    const u = (x - s.w / 2) * cos + (y - b.y) * sin
    const v = (y - b.y) * cos - (x - s.w / 2) * sin
    const g = Math.exp(-((v / b.height) ** 2))
    if (g < 0.02) return 0
    const n = grain(s, u, v, b.sx, b.sy, b.o) * 0.8 + grain(s, u, v, b.sx * 0.4, b.sy * 0.3, b.o + 5) * 0.45
    out.set(b.colour)
    return smooth(n, 0.15, 1.7) * g * b.k * edge(x)
  })
}

/** Thin cloud that nobody drew but every clear sky has. */
export function paintAirs(s: Studio) {
  const r = touchOf(s, 'airs')
  const low: RGB = mix(
    s.script.key,
    [1, 1, 1],
    s.script.hour === 'noon' || s.script.hour === 'morning' ? 0.8 : 0,
  )
  const dim = s.script.hour === 'night' ? 0.16 : s.script.hour === 'dusk' ? 0.4 : 0.5
  for (const [y, k] of [
    [0.2, 0.9],
    [0.5, 0.7],
  ] as const)
    paintCirrus(s, {
      y: s.horizon * (y + r.range(-0.06, 0.06)),
      height: s.horizon * r.range(0.09, 0.16),
      colour: low,
      k: dim * k,
      sx: r.range(230, 300),
      sy: r.range(12, 24),
      angle: r.range(-0.22, 0.05),
      o: r.range(1, 50),
    })
}
