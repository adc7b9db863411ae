import { clamp, look, mix, type Ramp, type RGB } from '../core/colour.ts'
import { blade, dab } from '../core/marks.ts'
import { type Mask, maskAt } from '../core/mask.ts'
import { air, depthAt, grain, type Studio, touchOf } from '../core/studio.ts'

export type GrassLook = {
  a: Ramp
  b: Ramp
  tone: number
  /** Length at the far and the near end, pixels at width 1024. */
  far: number
  near: number
  lean: number
  density: number
  /** The ground's own tone, so that light patches go on into the blades. */
  ground?: (x: number, y: number) => number
}

/** How far in front a height on the page is: 0 at the horizon, 1 at the foot. */
export const frontness = (s: Studio, y: number) => clamp((y - s.horizon) / Math.max(s.h - s.horizon, 1))

/** Tapered blades, far to near; far ones dense and tiny. */
export function paintGrass(s: Studio, key: string, m: Mask, o: GrassLook) {
  const r = touchOf(s, `${key}/grass`)
  const patch = r.range(1, 90)
  const rows: { x: number; y: number }[] = []
  const y1 = m.y0 + m.h + (m.y0 + m.h >= s.h ? 14 * s.u : 0)
  let sum = 0
  for (let y = m.y0; y < y1; y += s.u) {
    const f = frontness(s, y)
    const length = o.far + (o.near - o.far) * f ** 1.2
    // Enough blades that each row is covered about once by the widths of those rooted in it.
    // Far off, blades are only a grain on the mass.
    sum += ((m.w / s.u) * o.density * 1.5 * (0.16 + 0.84 * Math.min(1, f * 3.2))) / (length * 0.9)
    for (; sum >= 1; sum--) rows.push({ x: m.x0 + r.next() * m.w, y: y + r.next() * s.u })
  }
  for (const { x, y } of rows) {
    const yi = Math.min(y, m.y0 + m.h - 1)
    const [kind, a, b, c, d] = [r.next(), r.next(), r.normal(), r.normal(), r.normal()]
    if (maskAt(m, x, yi) < 0.5) continue
    const f = frontness(s, y)
    const h = (o.far + (o.near - o.far) * f ** 1.2) * s.u * (0.5 + 0.75 * a)
    const clump = grain(s, x, y, 60, 18, patch)
    const t = o.tone + 0.1 * clump + (0.03 + 0.1 * f) * d + (o.ground ? o.ground(x, yi) : 0)
    const hue = clamp(0.5 + 0.3 * clump + 0.3 * (kind - 0.5))
    const c0 = mix(look(o.a, clamp(t, 0.02, 0.98)), look(o.b, clamp(t, 0.02, 0.98)), hue)
    blade(
      s.pic,
      x,
      y,
      h,
      h * (o.lean * 0.5 + 0.28 * b),
      Math.max(h * 0.075, 0.5) * (1 + 0.15 * c),
      air(s, c0, depthAt(s, y) * 0.6),
      0.35 + 0.65 * Math.min(1, f * 3),
    )
  }
}

export type FlowerLook = { petals: RGB[]; heart: RGB; size: number; drift: number; density: number }

/** Drifts of flowers: five petals in front, one dab far off. */
export function paintFlowers(s: Studio, key: string, m: Mask, o: FlowerLook) {
  const r = touchOf(s, `${key}/flowers`)
  const patch = r.range(1, 90)
  const n = Math.round(((m.w * m.h) / (s.u * s.u * 60)) * o.density)
  const spots = Array.from({ length: n }, () => ({
    x: m.x0 + r.next() * m.w,
    y: m.y0 + m.h * r.next() ** 1.2,
    q: r.next(),
    a: r.next(),
  }))
  spots.sort((p, q) => p.y - q.y)
  for (const p of spots) {
    if (maskAt(m, p.x, p.y) < 0.5 || grain(s, p.x, p.y, 110, 30, patch) < o.drift) continue
    const f = frontness(s, p.y)
    const size = (1 + (o.size - 1) * f ** 1.3) * s.u * (0.6 + 0.6 * p.q)
    const c = air(s, o.petals[Math.floor(p.a * o.petals.length)]!, depthAt(s, p.y) * 0.5)
    paintFlower(s, p.x, p.y, size, c, o.heart, p.q * 6)
  }
}

function paintFlower(s: Studio, x: number, y: number, size: number, c: RGB, heart: RGB, turn: number) {
  if (size < 2.6 * s.u) {
    dab(s.pic, x, y, size * 0.75, size * 0.55, 0, c)
    return
  }
  for (let k = 0; k < 5; k++) {
    const a = (k / 5) * 2 * Math.PI + turn
    const shade = 0.9 + 0.1 * Math.cos(a * 2 + turn)
    const petal: RGB = [c[0] * shade, c[1] * shade, c[2] * shade]
    dab(
      s.pic,
      x + size * 0.5 * Math.cos(a),
      y + size * 0.36 * Math.sin(a),
      size * 0.48,
      size * 0.27,
      a * 0.9,
      petal,
    )
  }
  dab(s.pic, x, y, size * 0.24, size * 0.19, 0, heart)
}
