import { clamp, even as evenRamp, hex, mix, type RGB, smooth } from '../core/colour.ts'
import { cover, type Mask, type Path } from '../core/mask.ts'
import { hash } from '../core/rand.ts'
import { formOf, grain, lay, mass, type Studio, touchOf } from '../core/studio.ts'
import { type Profile, smoothed } from '../read/profile.ts'
import { frontness, paintFlowers, paintGrass } from './grass.ts'
import { wetSheen } from './wet.ts'

export type Soil = 'meadow' | 'snow' | 'sand' | 'earth' | 'paved' | 'paddy' | 'crop' | 'field'

const GRASS: Record<string, [string[], string[]]> = {
  spring: [
    ['#24603f', '#4f9a46', '#8cc656', '#d2e87c', '#eef4a4'],
    ['#2c6a48', '#6aae52', '#b0d868', '#ecf4a4'],
  ],
  summer: [
    ['#0d4440', '#1f7a4c', '#55a84a', '#a6d860', '#eef49a'],
    ['#0c3a2c', '#1d6a38', '#3f9a3e', '#86c94a', '#d3ec7c'],
  ],
  autumn: [
    ['#5c4a20', '#94862e', '#c4a83e', '#e4c458', '#ffe9a0'],
    ['#6a3a1c', '#a86a2c', '#cf9438', '#ffd878'],
  ],
  winter: [
    ['#44483a', '#6e7054', '#a29c70', '#d4cca0', '#ece6c8'],
    ['#4c4a3c', '#847a58', '#b8ac80', '#e0d8b4'],
  ],
}

export const grassTones = (s: Studio) => {
  const [a, b] = GRASS[s.script.season]!
  return [s.script.tones(a!), s.script.tones(b!)] as const
}

const SOILS: Record<Soil, string[]> = {
  meadow: [],
  snow: ['#6f8fc4', '#95b6e0', '#c2d9f0', '#e8f2fb', '#ffffff'],
  sand: ['#a8845c', '#cfae7c', '#ecd6a4', '#fbf0cc'],
  earth: ['#5c4634', '#8a6c4e', '#b4946c', '#dcc49a'],
  paved: ['#5a6070', '#868c98', '#b0b2b8', '#d8d6d4'],
  paddy: ['#2c7a3a', '#4fa53c', '#8fcc4a', '#cdea72'],
  crop: ['#2c7a4a', '#57a84c', '#8fcc56', '#cbe87a'],
  field: ['#2c7a4a', '#57a84c', '#8fcc56', '#cbe87a'],
}

/** Snow at night is lit by the sky, not by lamps: the ramp of lookdev's best snow. */
const NIGHT_SNOW = ['#152a5c', '#26468a', '#4d75bd', '#86abe0', '#d0e4fb']

export function soilTones(s: Studio, soil: Soil, tint: RGB | null = null) {
  if (soil === 'snow') {
    const night = s.script.hour === 'night'
    const base = night ? NIGHT_SNOW : SOILS.snow
    if (night) return mixTones(base, tint)
    return s.script.tones(base.map(hex), 1.25)
  }
  const base =
    soil === 'meadow'
      ? GRASS[s.script.season]![0]
      : (soil === 'crop' || soil === 'field') && s.script.season === 'autumn'
        ? ['#6a5a2c', '#a8903c', '#d8b852', '#f2dc88']
        : SOILS[soil]
  return s.script.tones(base.map((c) => (tint ? mix(hex(c), tint, 0.35) : hex(c))))
}

function mixTones(base: string[], tint: RGB | null) {
  const colours = base.map((c) => (tint ? mix(hex(c), tint, 0.12) : hex(c)))
  return evenRamp(colours)
}

export type GroundShape = {
  key: string
  paths: Path[]
  top: Profile | null
  soil: Soil
  tint: RGB | null
  flowers: boolean
  /** 0..1: how near this stretch of ground is among those drawn; a crest hides the ground right behind it. */
  nearness: number
}

/** The tone of lying ground: light at the crest, falling away, cloud shadows drifting over it. */
function groundTone(s: Studio, g: GroundShape, o: number) {
  const { top, soil } = g
  const calm = top ? smoothed(top, Math.round(10 * s.u)) : null
  const slope = new Float32Array(s.w)
  if (calm)
    for (let x = 2; x < s.w - 2; x++) slope[x] = clamp((calm[x + 2]! - calm[x - 2]!) / 4 || 0, -0.4, 0.4)
  const reach = 130 * s.u
  const side = Math.sign(s.light[0]) || 1
  const d = s.script.direct
  return (x: number, y: number) => {
    const rel = calm ? clamp((y - (calm[x] || y)) / reach) : frontness(s, y)
    if (soil === 'snow')
      return (
        0.6 +
        0.3 * (1 - rel) ** 2 -
        0.12 * rel +
        side * slope[x]! * 0.9 * d +
        0.085 * grain(s, x, y, 320, 46, o)
      )
    const clouds = smooth(grain(s, x, y, 270, 36, o + 2), 0.35, 0.9) * 0.3 * d
    const lie = 0.68 + 0.07 * (1 - g.nearness) - 0.24 * rel * g.nearness
    const patch = soil === 'field' ? patchwork(s, x, y) : 0
    return lie + patch + 0.1 * grain(s, x, y, 130, 18, o) + side * slope[x]! * 0.5 * d - clouds
  }
}

/** Plots of a farmed plain in perspective: each its own tone, furrows inside, darker balks between. */
function patchwork(s: Studio, x: number, y: number): number {
  const d = (y - s.horizon) / s.u + 7
  if (d < 3) return 0
  const row = Math.log(d) * 2.6
  const j = Math.floor(row)
  const across = ((x - s.w * 0.54) / s.u / d) * 0.9 + (hash(s.seed, 'plot', j) % 100) / 100
  const i = Math.floor(across)
  const [fx, fy] = [across - i, row - j]
  const h = hash(s.seed, 'plot', i, j)
  const own = ((h % 100) / 100 - 0.5) * 0.22
  const furrow = h % 3 === 0 ? Math.sin((h % 2 ? fy * 5 : fx * 9) * 2 * Math.PI) * 0.035 * clamp(d / 30) : 0
  const balk = Math.min(fx, 1 - fx) * d < 0.9 || Math.min(fy, 1 - fy) < 0.035 ? -0.12 : 0
  return own + furrow + balk
}

export function paintGround(s: Studio, g: GroundShape) {
  const m = cover(g.paths, s.w, s.h)
  if (!m || m.w < 2 || m.h < 2) return
  const o = touchOf(s, g.key).range(1, 80)
  const tone = groundTone(s, g, o)
  const far = (_: number, y: number) => {
    const f = frontness(s, y)
    return (
      clamp(
        (0.42 * (1 - f) ** 3 + (1 - f) * 0.05 + 0.14 * (1 - g.nearness)) * (0.4 + 0.6 * s.script.air),
        0,
        0.9,
      ) * (g.soil === 'snow' ? 0.45 : 1)
    )
  }
  const snow = g.soil === 'snow'
  const bare = g.soil === 'sand' || g.soil === 'paved' ? 2 : 0
  for (let j = 0; j < m.h; j++)
    for (let i = 0; i < m.w; i++) if (m.a[j * m.w + i]! > 0.5) s.lie[(m.y0 + j) * s.w + m.x0 + i] = bare
  mass(s, m, soilTones(s, g.soil, g.tint), tone, {
    depth: far,
    steps: snow ? 6 : 5,
    keep: snow ? 0.4 : 0.5,
    brush: snow ? 0.012 : 0.045,
  })
  if (g.soil === 'meadow' || g.soil === 'field')
    dressMeadow(s, g, m, (x, y) => (tone(Math.floor(clamp(x, 0, s.w - 1)), y) - 0.6) * 0.55)
  if (g.soil === 'snow') dressSnow(s, g, m)
  if (g.soil === 'earth') dressSoil(s, g, m)
  if (g.soil === 'paved') dressStreet(s, m, o)
}

function dressMeadow(s: Studio, g: GroundShape, m: Mask, ground: (x: number, y: number) => number) {
  const [a, b] = grassTones(s)
  // Ground behind a nearer crest lies farther off than its height on the page says.
  const near = g.soil === 'field' ? 5 : 27 * (0.3 + 0.7 * g.nearness)
  const density = g.soil === 'field' ? 0.35 : 1
  paintGrass(s, g.key, m, { a, b, tone: 0.5, far: 1.8, near, lean: 0.28, density, ground })
  const { season } = s.script
  if (!g.flowers || g.soil === 'field' || season === 'winter' || season === 'autumn') return
  const lit = (c: string) => s.script.lit(hex(c), 0.95)
  paintFlowers(s, g.key, m, {
    petals: ['#ffffff', '#ffffff', '#ffd83e', '#fff0a0'].map(lit),
    heart: lit('#e8a01e'),
    size: 5.4,
    drift: season === 'spring' ? 0.75 : 0.95,
    density: 0.55,
  })
}

/** Dry stalks that stick out of the snow. */
function dressSnow(s: Studio, g: GroundShape, m: Mask) {
  const r = formOf(s, `${g.key}/stalks`)
  const table = s.script.tones(['#2c3450', '#5a6480', '#a0a8bc'])
  const spots = Array.from(
    { length: 10 },
    () => [m.x0 + r.next() * m.w, m.y0 + m.h * r.range(0.35, 1)] as const,
  )
  for (const [x, y] of spots) {
    const f = frontness(s, y)
    if (f < 0.35) continue
    const patch: Mask = {
      x0: Math.floor(x - 16 * s.u),
      y0: Math.floor(y - 2 * s.u),
      w: Math.ceil(32 * s.u),
      h: Math.ceil(4 * s.u),
      a: new Float32Array(Math.ceil(32 * s.u) * Math.ceil(4 * s.u)),
    }
    for (let j = 0; j < patch.h; j++)
      for (let i = 0; i < patch.w; i++) patch.a[j * patch.w + i] = inShape(m, patch.x0 + i, patch.y0 + j)
    paintGrass(s, `${g.key}/${x}`, patch, {
      a: table,
      b: table,
      tone: 0.5,
      far: 3,
      near: 20,
      lean: 0.1,
      density: 0.5,
    })
  }
}

const inShape = (m: Mask, x: number, y: number) => {
  const [i, j] = [x - m.x0, y - m.y0]
  return i >= 0 && j >= 0 && i < m.w && j < m.h ? m.a[j * m.w + i]! : 0
}

/** Slabs in perspective, and the shine of rain. */
function dressStreet(s: Studio, m: Mask, o: number) {
  const dark = s.script.lit(hex('#4a4e5c'), 0.3)
  lay(s, m, (x, y, out) => {
    const d = Math.max((y - s.horizon) / s.u, 1)
    const across = ((x - s.w / 2) / s.u / d) * 2.2
    const row = Math.log(d) * 5.5
    const [fx, fy] = [Math.abs(across - Math.round(across)) * d, Math.abs(row - Math.round(row))]
    out.set(dark)
    return fx < 0.8 || fy < 0.02 ? 0.3 * smooth(d, 12, 70) : 0
  })
  if (s.script.wet) wetSheen(s, m, o, 0.75)
}

function dressSoil(s: Studio, g: GroundShape, m: Mask) {
  const [a, b] = grassTones(s)
  paintGrass(s, g.key, m, { a, b, tone: 0.45, far: 2, near: 16, lean: 0.2, density: 0.12 })
}
