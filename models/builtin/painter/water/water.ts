import { boxColumns, boxRows } from '../core/blur.ts'
import { clamp, hex, look, mix, type RGB, smooth } from '../core/colour.ts'
import { cover, type Mask, type Path } from '../core/mask.ts'
import { grain, lay, type Studio, touchOf } from '../core/studio.ts'
import { type Profile, smoothed } from '../read/profile.ts'

export type WaterLook = {
  key: string
  paths: Path[]
  tint: RGB | null
  /** Local colour of deep water. */
  deep: RGB
  /** Strength of the ripples. */
  ripple: number
  /** Where the sun or moon stands, if its light falls on the water. */
  glint: { x: number; k: number } | null
}

/** The far bank over every column: the picture is mirrored about it. */
function farBank(m: Mask, s: Studio): Profile {
  const top = new Float32Array(s.w).fill(Number.NaN)
  for (let x = 0; x < m.w; x++)
    for (let y = 0; y < m.h; y++)
      if (m.a[y * m.w + x]! > 0.5) {
        top[m.x0 + x] = m.y0 + y
        break
      }
  return smoothed(top, Math.round(14 * s.u))
}

type Ripples = (x: number, y: number) => number

/** Ripples in three distances at once: one alone gives slabs in front or moire far away. */
function ripples(s: Studio, o: number): Ripples {
  const hy = s.horizon
  const u = s.u
  return (x, y) => {
    const d = Math.max((y - hy) / u, 0.6)
    const z = 900 / d
    const cx = (x - s.w / 2) / u
    const far = s.noise.at(cx * z * 0.045 * 2.4, z * 26 * 2.4, 64, 64, o)
    let n = far * smooth(d, 2, 26) * (1 - 0.45 * smooth(d, 60, 260))
    n += s.noise.at(cx * z * 0.13 * 2.4, z * 74 * 2.4, 64, 64, o + 3) * 0.6 * smooth(d, 18, 120)
    n += s.noise.at(cx * z * 0.42 * 2.4, z * 230 * 2.4, 64, 64, o + 5) * 0.6 * smooth(d, 50, 240)
    return n + grain(s, x, y, 60, 2.6, o + 8) * 0.4
  }
}

function softCopy(s: Studio): [Float32Array, Float32Array, Float32Array] {
  const spare = new Float32Array(s.w * s.h)
  const r = Math.max(1, Math.round(3 * s.u))
  return [s.pic.r, s.pic.g, s.pic.b].map((plane) => {
    boxRows(plane, spare, s.w, s.h, r)
    const out = new Float32Array(s.w * s.h)
    boxColumns(spare, out, s.w, s.h, 1)
    return out
  }) as [Float32Array, Float32Array, Float32Array]
}

/** A mirror of what is painted so far, broken by ripples, over the water's own depth. */
export function paintWater(s: Studio, o: WaterLook): Mask | null {
  const m = cover(o.paths, s.w, s.h)
  if (!m) return null
  const bank = farBank(m, s)
  const place = touchOf(s, o.key).range(1, 60)
  const ripple = ripples(s, place)
  const [pr, pg, pb] = softCopy(s)
  const low = look(s.script.sky, 0.94)
  const high = look(s.script.sky, 0.42)
  const local = o.tint ? mix(o.deep, o.tint, 0.6) : o.deep
  const deep = mix(s.script.lit(local, 0.62), look(s.script.sky, 0.2), 0.25)
  const key = s.script.key
  const rough = s.script.wet ? 1.5 : 1
  const span = Math.max(s.h - s.horizon, 1)
  lay(s, m, (x, y, out) => {
    const top = bank[x]!
    const d = Math.max(y - (Number.isNaN(top) ? s.horizon : top), 0)
    const t = clamp((y - s.horizon) / span)
    const n = ripple(x, y) * o.ripple * rough
    const ry = clamp((top || s.horizon) - d * 0.96 - n * (1.2 * s.u + d * 0.055), 0, s.h - 1)
    const rx = clamp(x + n * (s.u + d * 0.03), 0, s.w - 1)
    const k = Math.floor(ry) * s.w + Math.floor(rx)
    const veil = smooth(t, 0, 0.75)
    const mirror = 0.66 * (1 - 0.28 * t)
    const fresnel = clamp(0.88 - 0.52 * t ** 0.8 - 0.12 * n, 0.14, 0.95)
    const lift = 1 + n * 0.05
    const crest = smooth(n, 1.2, 2.2) * 0.12
    for (let c = 0; c < 3; c++) {
      const sky = low[c]! + (high[c]! - low[c]!) * veil
      const seen = (c === 0 ? pr : c === 1 ? pg : pb)[k]!
      let v = sky + (seen - sky) * mirror
      v = deep[c]! + (v - deep[c]!) * fresnel
      v *= lift
      out[c] = v + (low[c]! * 1.05 - v) * crest
    }
    if (o.glint) lightPath(s, o.glint, x, y, t, n, place, key, out)
    return 1
  })
  return m
}

/** The light's road on the water: dashes in a widening column, and a soft glow under them. */
function lightPath(
  s: Studio,
  g: { x: number; k: number },
  x: number,
  y: number,
  t: number,
  n: number,
  o: number,
  key: RGB,
  out: Float32Array,
) {
  const w = 30 * s.u * (0.35 + 1.9 * t) + 4 * s.u
  const q = (x - g.x) / w
  if (q * q > 7) return
  const env = Math.exp(-q * q)
  const from = 1 - 1.35 * env
  const dash = clamp(
    smooth(n + 0.35 * grain(s, x, y, 16, 1.7, o + 11), from, from + 0.55) * Math.min(env * 3, 1) * g.k,
    0,
    0.95,
  )
  for (let c = 0; c < 3; c++) {
    const light = key[c]! * 0.4 + 0.6 * [1, 0.97, 0.84][c]!
    out[c] = out[c]! + (light * 1.05 - out[c]!) * dash + env * 0.2 * g.k * light
  }
}

export const DEEP = {
  sea: hex('#1d6a9e'),
  lake: hex('#2f7d9c'),
  river: hex('#3d8aa4'),
  paddy: hex('#5a8a78'),
}
