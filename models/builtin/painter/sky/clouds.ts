import { blur, wideBlur } from '../core/blur.ts'
import { at, clamp, type RGB, smooth, steps } from '../core/colour.ts'
import { cover, grow, type Mask, maskAt, type Path } from '../core/mask.ts'
import { lambert, type Puff, relief } from '../core/puffs.ts'
import type { Rand } from '../core/rand.ts'
import { formOf, grain, type Studio, touchOf } from '../core/studio.ts'
import { type Inside, inscribed, insideAt, insideOf } from '../read/circles.ts'

type CloudLook = { depth: number; dark: number; tint: RGB | null }

type Billows = { body: Puff[]; heads: Puff[] }

/** Circles that fill the outline, heads grown over them, smaller ones on those; none leaves the outline. */
function billows(s: Studio, inside: Inside, size: number, r: Rand): Billows {
  const least = Math.max(size * 0.02, 1.6 * s.u)
  const circles = inscribed(inside, 120, least)
  const body = circles.map((c) => ({ x: c.x, y: c.y, rx: c.r * 1.05, ry: c.r, z: -c.r * 0.5 }))
  const heads: Puff[] = []
  const slack = (1 - s.follow) * 0.2 + 0.1
  const reach = (x: number, y: number, q: number) =>
    Math.min(q, insideAt(inside, x, y) + q * slack + least * 0.6)
  for (const c of circles) {
    if (c.r < least * 1.6) continue
    const n = Math.round(clamp(c.r / (3.6 * s.u), 5, 22))
    for (let i = 0; i < n; i++) {
      // Mostly on the upper rim; some in front, so that no bare ball shows.
      const front = i % 3 === 0
      const a = front ? r.range(0, Math.PI * 2) : r.range(Math.PI * 0.9, Math.PI * 2.1)
      const e = front ? Math.sqrt(r.range(0.02, 0.6)) : Math.sqrt(r.range(0.45, 1))
      const x = c.x + c.r * e * 0.88 * Math.cos(a)
      const y = c.y + c.r * e * 0.88 * Math.sin(a)
      const q = reach(x, y, c.r * r.range(0.2, 0.5))
      if (q < least * 0.7) continue
      const z = c.r * 0.6 * (1 - e) + r.range(-0.1, 0.35) * c.r
      heads.push({ x, y, rx: q * r.range(1, 1.3), ry: q, z })
      for (let j = 0; j < 6 && q > least * 1.3; j++) {
        const b = r.range(Math.PI * 0.85, Math.PI * 2.15)
        const f = Math.sqrt(r.range(0.4, 1))
        const gx = x + q * f * 0.9 * Math.cos(b)
        const gy = y + q * f * 0.85 * Math.sin(b)
        const g = reach(gx, gy, q * r.range(0.24, 0.5))
        if (g > least * 0.45)
          heads.push({
            x: gx,
            y: gy,
            rx: g * r.range(1, 1.3),
            ry: g,
            z: z + q * 0.5 * (1 - f) + r.range(0, 0.5) * q,
          })
      }
    }
  }
  return { body, heads }
}

/** A heap cloud that keeps to the outline. */
export function paintCloud(s: Studio, key: string, shape: Path[], options: CloudLook) {
  const drawn = cover(shape, s.w, s.h)
  if (!drawn || drawn.w < 4 || drawn.h < 3) return
  const margin = Math.ceil(14 * s.u)
  const m = grow(drawn, margin, s.w, s.h)
  const size = Math.min(drawn.w, drawn.h * 1.6)
  const b = billows(s, insideOf(drawn), size, formOf(s, key))
  const base = relief(b.body, m.x0, m.y0, m.w, m.h)
  const heads = relief(b.heads, m.x0, m.y0, m.w, m.h)
  const big = clamp(drawn.h / (300 * s.u))
  const body = lambert(base, s.light, Math.max(drawn.h * 0.06, 1.5 * s.u))
  const detail = lambert(heads, s.light, Math.max(0.8 * s.u, 0.5))
  const alpha = base.alpha
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = Math.max(alpha[i]!, heads.alpha[i]!)
    detail[i] = body[i]! * 0.8 + (detail[i]! - body[i]! * 0.8) * heads.alpha[i]!
  }
  // The drawn outline counts as much as the billows: the edge is the pen's.
  const soft = blur(m.a, m.w, m.h, 1.6 * s.u)
  const rim = rimLight(s, m, alpha)
  compose(s, key, m, { alpha: edge(s, m, alpha, soft), detail, body, rim, big }, drawn, options)
}

type Planes = {
  alpha: Float32Array
  detail: Float32Array
  body: Float32Array
  rim: Float32Array | null
  big: number
}

/** The billows' edge held to the drawn one. */
function edge(s: Studio, m: Mask, alpha: Float32Array, soft: Float32Array): Float32Array {
  const out = new Float32Array(alpha.length)
  for (let i = 0; i < out.length; i++) out[i] = Math.min(1, alpha[i]! * 0.62 + soft[i]! * 0.5)
  return blur(out, m.w, m.h, 0.7 * s.u)
}

/** Light from behind, along the edges that face the low sun. */
function rimLight(s: Studio, m: Mask, alpha: Float32Array): Float32Array | null {
  if (s.script.sunHeight > 0.3 || s.script.direct < 0.5) return null
  const dx = Math.round(Math.sign(s.light[0]) * 3 * s.u)
  const dy = Math.round(3 * s.u)
  const moved = new Float32Array(alpha.length)
  for (let y = 0; y < m.h; y++)
    for (let x = 0; x < m.w; x++) {
      const [i, j] = [x + dx, y + dy]
      moved[y * m.w + x] = i < 0 || j < 0 || i >= m.w || j >= m.h ? 0 : alpha[j * m.w + i]!
    }
  const shade = wideBlur(moved, m.w, m.h, 3.5 * s.u)
  for (let i = 0; i < shade.length; i++) shade[i] = clamp(alpha[i]! - shade[i]!) * alpha[i]!
  return shade
}

function bilinear(a: Float32Array, w: number, h: number, x: number, y: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  if (x0 < 0 || y0 < 0 || x0 >= w - 1 || y0 >= h - 1) return 0
  const fx = x - x0
  const i = y0 * w + x0
  const p = a[i]! + (a[i + 1]! - a[i]!) * fx
  const q = a[i + w]! + (a[i + w + 1]! - a[i + w]!) * fx
  return p + (q - p) * (y - y0)
}

function compose(s: Studio, key: string, m: Mask, p: Planes, drawn: Mask, look: CloudLook) {
  const o = touchOf(s, key).range(1, 90)
  const { cloud, haze, key: sun } = s.script
  const l0 = 0.62 + 0.05 * p.big
  const l1 = 0.3 + 0.2 * p.big
  const warp = (1.2 + 3 * (1 - s.follow)) * s.u
  const top = drawn.y0
  const fade = clamp(drawn.h * 0.1, 2 * s.u, 12 * s.u)
  const base = drawn.y0 + drawn.h
  const { r, g, b, w } = s.pic
  for (let j = 0; j < m.h; j++) {
    const y = m.y0 + j
    const rel = clamp((y - top) / Math.max(drawn.h, 1))
    for (let i = 0; i < m.w; i++) {
      const x = m.x0 + i
      const gx = grain(s, x, y, 20, 20, o)
      const gy = grain(s, x, y, 20, 20, o + 7)
      const ax = bilinear(p.alpha, m.w, m.h, i + warp * gx, j + warp * gy)
      if (ax <= 0.004) continue
      // Forms inside may stray farther than the edge does.
      const wx = Math.round(clamp(i + 3.2 * s.u * gx, 0, m.w - 1))
      const wy = Math.round(clamp(j + 3.2 * s.u * gy, 0, m.h - 1))
      const k = wy * m.w + wx
      const n = grain(s, x, y, 16, 12, o + 2)
      let a = ax
      a = smooth(a + (a < 0.98 ? 0.08 * n : 0), 0.3, 0.8)
      a *= 1 - smooth(y + fade * 0.6 * grain(s, x, y, 70, 10, o + 4), base - fade, base + fade * 0.4) * 0.85
      if (a <= 0.003) continue
      let t =
        0.35 +
        l0 * 0.62 * p.detail[k]! +
        l1 * p.body[k]! -
        0.34 * smooth(rel, 0.35, 1) +
        0.045 * grain(s, x, y, 30, 14, o + 3)
      t = steps(t - look.dark, 5, 0.42) * 0.55 + (t - look.dark) * 0.45 + 0.03 * s.brush.fine(x, y)
      const q = at(t)
      const light = p.rim ? p.rim[k]! * 0.55 : 0
      const d = look.depth
      const c = y * w + x
      let [cr, cg, cb] = [
        cloud[q]! + light * sun[0],
        cloud[q + 1]! + light * sun[1],
        cloud[q + 2]! + light * sun[2],
      ]
      if (look.tint) {
        cr *= 0.75 + 0.3 * look.tint[0]
        cg *= 0.75 + 0.3 * look.tint[1]
        cb *= 0.75 + 0.3 * look.tint[2]
      }
      r[c]! += (cr + (haze[0] - cr) * d - r[c]!) * a
      g[c]! += (cg + (haze[1] - cg) * d - g[c]!) * a
      b[c]! += (cb + (haze[2] - cb) * d - b[c]!) * a
    }
  }
}

/** Small far clouds along the horizon of a sky in which nobody drew one. */
export function paintFarClouds(s: Studio) {
  const r = formOf(s, 'far-clouds')
  const n = 3 + r.int(3)
  for (let i = 0; i < n; i++) {
    const w = s.w * r.range(0.07, 0.2)
    const h = w * r.range(0.14, 0.24)
    const x = s.w * ((i + r.range(0.15, 0.85)) / n)
    const y = s.horizon - s.h * r.range(0.015, 0.06)
    const path: Path = [x - w / 2, y]
    for (let k = 0; k <= 16; k++) {
      const t = k / 16
      path.push(x - w / 2 + w * t, y - h * Math.sin(Math.PI * t) ** 0.8 * (0.55 + 0.45 * r.next()))
    }
    path.push(x + w / 2, y)
    paintCloud(s, `far-cloud-${i}`, [path], { depth: 0.3, dark: 0, tint: null })
  }
}

export const isOver = (m: Mask | null, x: number, y: number) => m !== null && maskAt(m, x, y) > 0.5
