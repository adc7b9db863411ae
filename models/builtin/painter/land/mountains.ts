import { clamp, mix, type RGB, smooth } from '../core/colour.ts'
import { cover, type Path } from '../core/mask.ts'
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
  const { hexes } = { hexes: far.map((f, i) => mixHex(f, near[i]!, nearness)) }
  return s.script.tones(tint ? hexes.map((c) => mix(c, tint, 0.4)) : hexes, 0.9)
}

const mixHex = (a: string, b: string, t: number): RGB => {
  const n = (h: string, i: number) => Number.parseInt(h.slice(i, i + 2), 16) / 255
  const c = (h: string): RGB => [n(h, 1), n(h, 3), n(h, 5)]
  return mix(c(a), c(b), t)
}

export type Ridge = {
  paths: Path[]
  top: Profile
  key: string
  nearness: number
  tint: RGB | null
  height: number
}

/** Two-plane facets: ridged noise sheared along the fall line gives lit and shaded sides; the foot dissolves in air. */
export function paintRidge(s: Studio, ridge: Ridge) {
  const { top, key, nearness } = ridge
  const m = cover(ridge.paths, s.w, s.h)
  if (!m) return
  const u = s.u
  const tall = clamp(ridge.height / (150 * u), 0.25, 1.3)
  const size = 34 + 60 * tall
  const o = touchOf(s, key).range(1, 70)
  const calm = smoothed(top, Math.round(9 * u))
  const side = Math.sign(s.light[0]) || 1
  const slopeAt = (x: number) => {
    const [a, b] = [calm[Math.max(0, x - 3)], calm[Math.min(s.w - 1, x + 3)]]
    return a !== undefined && b !== undefined && !Number.isNaN(a) && !Number.isNaN(b) ? (b - a) / 6 : 0
  }
  const slopes = new Float32Array(s.w)
  for (let x = 0; x < s.w; x++) slopes[x] = slopeAt(x)
  const ridged = (x: number, y: number, sz: number, k: number) =>
    1 - Math.abs(grain(s, x, y, sz, sz * 1.5, k))
  const snowLine = s.script.snowy
    ? 1.2
    : tall > 0.7 && s.script.season !== 'summer'
      ? 0.34
      : tall > 1
        ? 0.22
        : 0
  const table = rampOf(s, nearness, ridge.tint)
  const d0 = (0.42 - 0.3 * nearness) * (0.6 + 0.4 * s.script.air)
  const d1 = (0.8 - 0.25 * nearness) * Math.min(1.2, 0.7 + 0.3 * s.script.air)
  const e = 1.2 * u
  const dirs = smoothed(
    slopes.map((v) => clamp(v * 6, -1, 1)),
    Math.round(6 * u),
  )
  mass(
    s,
    m,
    table,
    (x, y) => {
      const rel = y - (calm[x]! || y)
      const lean = dirs[x]! * 0.5 * rel
      const big = ridged(x + e - lean, y, size, o) - ridged(x - e - lean, y, size, o)
      const fine =
        ridged(x + e - lean * 1.3, y, size * 0.4, o + 3) - ridged(x - e - lean * 1.3, y, size * 0.4, o + 3)
      let t = 0.5 + side * (big * size * 0.045 + fine * size * 0.014) * 0.9 + side * 0.35 * slopes[x]!
      t += 0.04 * grain(s, x, y, 12, 12, o + 5)
      if (snowLine > 0) {
        const v = rel / ridge.height + 0.1 * grain(s, x, y, 30, 40, o + 6)
        t += 0.42 * (1 - smooth(v, snowLine * 0.55, snowLine)) * (big * side > -0.02 ? 1 : 0.45)
      }
      return t
    },
    {
      depth: (x, y) => d0 + (d1 - d0) * smooth(y - (calm[x]! || y), 0, Math.max(ridge.height, 40 * u)),
      steps: 4,
      keep: 0.6,
      brush: 0.018,
    },
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
