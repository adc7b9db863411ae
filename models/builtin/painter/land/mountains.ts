import { clamp, even, hex, mix, type RGB, smooth } from '../core/colour.ts'
import { cover, type Mask, type Path } from '../core/mask.ts'
import { formOf, grain, mass, type Studio, touchOf } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { type Profile, profile, smoothed, spanOf, under } from '../read/profile.ts'

/** Roughness on a drawn ridge: fine rock steps, at most a few pixels off the pen line. */
function roughened(s: Studio, top: Profile, key: string): Profile {
  const o = formOf(s, key).range(1, 80)
  const amp = (1.1 + 5 * (1 - s.follow)) * s.u
  const out = top.slice()
  for (let x = 0; x < out.length; x++)
    out[x]! += amp * (0.6 * grain(s, x, 3, 26, 26, o) + 0.5 * grain(s, x, 9, 8, 8, o + 2))
  return out
}

/** Ridges run to their drawn ends; from there the slope goes on down to the plain. */
function ridgeOf(p: Placed, s: Studio): Profile {
  const top = profile(
    p.thing.lines.map((l) => l.path),
    s.w,
  )
  const span = spanOf(top)
  if (!span) return top
  const reach = s.w * 0.1
  const foot = Math.max(s.horizon, top[span[0]]!, top[span[1]]!) + 4 * s.u
  for (const side of [0, 1] as const) {
    const edge = span[side]
    const inner =
      side === 0
        ? Math.min(edge + Math.round(24 * s.u), span[1])
        : Math.max(edge - Math.round(24 * s.u), span[0])
    const slope = Math.max((top[edge]! - top[inner]!) / Math.max(Math.abs(inner - edge), 1), 0.25)
    const atPage = side === 0 ? edge < reach : edge > s.w - 1 - reach
    const step = side === 0 ? -1 : 1
    for (let x = edge + step, y = top[edge]!; x >= 0 && x < s.w; x += step) {
      y += atPage ? slope * 0.25 : slope
      if (y > foot) break
      top[x] = y
    }
  }
  return top
}

function rampOf(s: Studio, nearness: number, tint: RGB | null) {
  const { season, snowy } = s.script
  const far = snowy
    ? ['#3a5a94', '#6f95c8', '#b8d0ea']
    : season === 'autumn'
      ? ['#5f78a8', '#94929c', '#c8a890']
      : ['#3f78b0', '#5f98c4', '#8cbcd8']
  const near = snowy
    ? ['#22407c', '#5478b4', '#c6daf0']
    : season === 'autumn'
      ? ['#5a4450', '#a0683e', '#d8a05a']
      : ['#1f5f72', '#3c8a72', '#86c088']
  const colours = far.map((f, i) => mix(hex(f), hex(near[i]!), nearness))
  return s.script.tones(tint ? colours.map((c) => mix(c, tint, 0.4)) : colours, 0.9)
}

export type Ridge = {
  paths: Path[]
  top: Profile
  key: string
  nearness: number
  tint: RGB | null
  height: number
}

/** How far each pixel leans to the light (about -1..1): ridged noise sheared along the fall line, seen from the side. */
function facets(
  s: Studio,
  m: Mask,
  calm: Profile,
  slopes: Float32Array,
  size: number,
  o: number,
): Float32Array {
  const out = new Float32Array(m.w * m.h)
  const side = Math.sign(s.light[0]) || 1
  const e = 1.2 * s.u
  // Even a level crest has shoulders: creases run down from peaks that a slow noise makes.
  const dirs = smoothed(
    slopes.map((v, x) => clamp(v * 6 + 0.75 * grain(s, x, 7, size * 1.5, size * 1.5, o + 9), -1, 1)),
    // Turning slowly: a sudden change of lean would tear the creases into hairlines under a summit.
    Math.round(size * 0.55 * s.u),
  )
  const ridged = (x: number, y: number, sz: number, k: number) =>
    1 - Math.abs(grain(s, x, y, sz, sz * 1.25, k))
  for (let j = 0; j < m.h; j++)
    for (let i = 0; i < m.w; i++) {
      if (m.a[j * m.w + i]! <= 0) continue
      const [x, y] = [m.x0 + i, m.y0 + j]
      const lean = dirs[x]! * 0.55 * (y - (calm[x]! || y))
      const big = ridged(x + e - lean, y, size, o) - ridged(x - e - lean, y, size, o)
      const fine =
        ridged(x + e - lean * 1.3, y, size * 0.42, o + 3) - ridged(x - e - lean * 1.3, y, size * 0.42, o + 3)
      const tiny =
        ridged(x + e - lean * 1.2, y, size * 0.19, o + 5) - ridged(x - e - lean * 1.2, y, size * 0.19, o + 5)
      out[j * m.w + i] =
        side * (big * size * 0.042 + fine * size * 0.015 + tiny * size * 0.005 + 0.35 * slopes[x]!)
    }
  return out
}

/** How far down from its crest a ridge is white, as a share of its height. */
function snowLine(s: Studio, tall: number): number {
  if (s.script.snowy) return 1.3
  if (tall > 0.75 && s.script.season !== 'summer') return 0.36
  return tall > 1 ? 0.24 : 0
}

const SNOW_DAY = ['#5f80bc', '#8fb0dc', '#d2e2f4', '#ffffff']
const SNOW_NIGHT = ['#1c3878', '#2c509c', '#6c94d4', '#c4dcf8']

/** Two-plane facets in rock, then in snow from the crest down; the foot dissolves in air. */
export function paintRidge(s: Studio, ridge: Ridge) {
  const { top, key, nearness } = ridge
  const m = cover(ridge.paths, s.w, s.h)
  if (!m) return
  const u = s.u
  const tall = clamp(ridge.height / (150 * u), 0.25, 1.3)
  const o = touchOf(s, key).range(1, 70)
  const calm = smoothed(top, Math.round(9 * u))
  const slopes = new Float32Array(s.w)
  for (let x = 3; x < s.w - 3; x++) slopes[x] = (calm[x + 3]! - calm[x - 3]!) / 6 || 0
  const face = facets(s, m, calm, slopes, 34 + 60 * tall, o)
  const faceAt = (x: number, y: number) => face[(y - m.y0) * m.w + x - m.x0]!
  const d0 = (0.42 - 0.3 * nearness) * (0.6 + 0.4 * s.script.air)
  const d1 = (0.8 - 0.25 * nearness) * Math.min(1.2, 0.7 + 0.3 * s.script.air)
  const depth = (x: number, y: number) =>
    d0 + (d1 - d0) * smooth(y - (calm[x]! || y), 0, Math.max(ridge.height, 40 * u))
  const rock = rampOf(s, nearness, ridge.tint)
  mass(s, m, rock, (x, y) => 0.5 + faceAt(x, y) * 0.95 + 0.04 * grain(s, x, y, 12, 12, o + 5), {
    depth,
    steps: 4,
    keep: 0.6,
    brush: 0.018,
  })
  const line = snowLine(s, tall)
  if (line === 0) return
  const white = s.script.hour === 'night' ? even(SNOW_NIGHT.map(hex)) : s.script.tones(SNOW_DAY, 1.2)
  const cap = (x: number, y: number) => {
    const v =
      (y - (calm[x]! || y)) / ridge.height + 0.13 * grain(s, x, y, 26, 44, o + 6) - faceAt(x, y) * 0.16
    return 0.94 * (1 - smooth(v, line * 0.72, line))
  }
  mass(
    s,
    m,
    white,
    (x, y) => 0.6 + faceAt(x, y) * 1.25,
    { depth: (x, y) => depth(x, y) * 0.75, steps: 4, keep: 0.65, brush: 0.012 },
    cap,
  )
}

export function paintMountain(s: Studio, p: Placed, nearness: number) {
  const closed = p.thing.lines.filter((l) => l.closed && l.fill)
  const drawn =
    closed.length > 0
      ? profile(
          closed.map((l) => l.path),
          s.w,
        )
      : ridgeOf(p, s)
  const span = spanOf(drawn)
  if (!span) return
  const top = roughened(s, drawn, p.thing.key)
  const bottom = Math.max(s.horizon + 6 * s.u, p.thing.box.y1)
  paintRidge(s, {
    paths: [under(top, bottom)],
    top,
    key: p.thing.key,
    nearness,
    tint: p.thing.tint,
    height: Math.max(bottom - p.thing.box.y0, 8),
  })
}
