import type { Script } from '../script/script.ts'
import type { Brush } from './brush.ts'
import { at, clamp, mix, type Ramp, type RGB, smooth, steps } from './colour.ts'
import { glow } from './marks.ts'
import type { Mask } from './mask.ts'
import type { Noise } from './noise.ts'
import type { Pic } from './pic.ts'
import { hash, type Rand, rand } from './rand.ts'

export type Vector = readonly [number, number, number]

/** A light that shines over what is painted: drawn last, so nothing covers its glow. */
export type Lamp = { x: number; y: number; r: number; ry: number; colour: RGB; k: number }

/** Everything one painting is made with. */
export type Studio = {
  pic: Pic
  w: number
  h: number
  /** Pixels per pixel of a 1024 x 576 picture: all sizes are multiplied by it. */
  u: number
  /** The horizon, pixels from the top. */
  horizon: number
  script: Script
  noise: Noise
  brush: Brush
  /** Towards the light; x right, y down, z to the viewer. */
  light: Vector
  /** 0: edges are free; 1: edges are the pen's. */
  follow: number
  seed: number
  variation: number
  /** The ground is street, not earth: nothing grows at the foot of things. */
  paved: boolean
  /** The second pass adds a finer layer of marks. */
  fine: boolean
  lamps: Lamp[]
  /** What lies where: earth (0), open water (1), bare ground such as sand or street (2). */
  lie: Uint8Array
}

/** The stream of an object's form: the same in every variation. */
export const formOf = (s: Studio, key: string): Rand => rand(hash(s.seed, key, 'form'))
/** The stream of an object's touch: light and texture, other in every variation. */
export const touchOf = (s: Studio, key: string): Rand => rand(hash(s.seed, s.variation, key, 'touch'))

/** Noise with features of sx by sy (pixels at width 1024). */
export const grain = (s: Studio, x: number, y: number, sx: number, sy: number, o: number): number =>
  s.noise.at(x, y, sx * s.u, sy * s.u, o + (s.variation % 97) * 13)

/** A colour seen through `d` of air. */
export const air = (s: Studio, c: RGB, d: number): RGB => mix(c, s.script.haze, clamp(d))

/** How much air lies before something that stands at y: 0 at the viewer's feet. */
export function depthAt(s: Studio, y: number): number {
  const v = clamp((y - s.horizon) / Math.max(s.h - s.horizon, 1))
  const base = 0.3 * (1 - v) ** 2.4
  return clamp(1 - (1 - base) ** s.script.air, 0, 0.92)
}

/** Lays a colour over a mask; `of` writes the pixel's colour into `out` and returns its opacity. */
export function lay(s: Studio, m: Mask, of: (x: number, y: number, out: Float32Array) => number) {
  const { r, g, b, w } = s.pic
  const out = new Float32Array(3)
  for (let j = 0; j < m.h; j++) {
    const y = m.y0 + j
    for (let i = 0; i < m.w; i++) {
      const cover = m.a[j * m.w + i]!
      if (cover <= 0) continue
      const x = m.x0 + i
      const a = of(x, y, out) * cover
      if (a <= 0) continue
      const k = y * w + x
      r[k]! += (out[0]! - r[k]!) * a
      g[k]! += (out[1]! - g[k]!) * a
      b[k]! += (out[2]! - b[k]!) * a
    }
  }
}

export type MassOptions = {
  depth?: number | ((x: number, y: number) => number)
  /** Value steps, and how much of the tone they take. */
  steps?: number
  keep?: number
  brush?: number
  alpha?: number
}

/** A clean mass: a tone plane, half of it in value steps whose edges the brush breaks, coloured by a ramp. */
export function mass(
  s: Studio,
  m: Mask,
  table: Ramp,
  tone: (x: number, y: number) => number,
  o: MassOptions = {},
  clip?: (x: number, y: number) => number,
) {
  const { steps: n = 4, keep = 0.5, brush = 0.05, alpha = 1, depth = 0 } = o
  const haze = s.script.haze
  const far = typeof depth === 'number' ? clamp(depth) : 0
  lay(s, m, (x, y, out) => {
    let t = tone(x, y) + brush * s.brush.fine(x, y) + brush * 0.8 * s.brush.broad(x, y)
    t = steps(t, n, 0.3) * keep + t * (1 - keep)
    const i = at(t)
    const d = typeof depth === 'number' ? far : clamp(depth(x, y))
    out[0] = table[i]! + (haze[0] - table[i]!) * d
    out[1] = table[i + 1]! + (haze[1] - table[i + 1]!) * d
    out[2] = table[i + 2]! + (haze[2] - table[i + 2]!) * d
    return clip ? alpha * clip(x, y) : alpha
  })
}

/** Cast shadow: multiplies by a cool tint. */
export function shadow(s: Studio, m: Mask, k: number, tint: RGB = [0.48, 0.58, 0.8]) {
  const { r, g, b, w } = s.pic
  const night = s.script.hour === 'night'
  const [tr, tg, tb] = night ? [0.38, 0.5, 0.74] : tint
  const strength = k * (0.25 + 0.75 * s.script.direct)
  for (let j = 0; j < m.h; j++)
    for (let i = 0; i < m.w; i++) {
      const a = m.a[j * m.w + i]! * strength
      if (a <= 0) continue
      const q = (m.y0 + j) * w + m.x0 + i
      r[q]! *= 1 - a * (1 - tr)
      g[q]! *= 1 - a * (1 - tg)
      b[q]! *= 1 - a * (1 - tb)
    }
}

export function addLamp(s: Studio, x: number, y: number, r: number, colour: RGB, k: number, ry = r) {
  s.lamps.push({ x, y, r, ry, colour, k })
}

export function shineLamps(s: Studio) {
  for (const l of s.lamps) glow(s.pic, l.x, l.y, l.r, l.colour, l.k, l.ry)
  s.lamps.length = 0
}

export { smooth }
