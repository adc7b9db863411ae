import { clamp, hex, look, mix, type RGB } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { cover, maskAt, type Path } from '../core/mask.ts'
import type { Rand } from '../core/rand.ts'
import { fill } from '../core/shapes.ts'
import { grain, mass, type Studio } from '../core/studio.ts'
import { soilTones } from '../land/ground.ts'
import { profile, spanOf } from '../read/profile.ts'
import type { HouseParts } from './houseParts.ts'

export type RoofStyle = 'tiles' | 'gable' | 'thatch'

type Look = { roof: RoofStyle; roofColour: RGB; wall: RGB; timber: RGB }

export function paintRoof(s: Studio, parts: HouseParts, st: Look, depth: number, r: Rand) {
  const b = parts.roofBox!
  const m = cover(parts.roof, s.w, s.h)
  if (!m) return
  const h = b.y1 - b.y0
  if (s.script.snowy) return snowRoof(s, parts, st, depth)
  if (st.roof === 'gable') return gable(s, parts, st, depth)
  const side = Math.sign(s.light[0]) || 1
  const apex = apexOf(parts.roof)
  const k = (x: number) => (side * (x - apex) > 0 ? 1 : 0)
  const c = st.roofColour
  const thatch = st.roof === 'thatch'
  // Two slopes when the ridge is a point; one broad slope else.
  fill(s, parts.roof, s.script.lit(c, 0.95), {
    to: s.script.lit(c, 0.7),
    depth,
    texture: thatch ? 0.2 : 0.07,
  })
  const flat = ridgeShare(parts.roof, b.x1 - b.x0) > 0.2
  if (!flat) fill(s, parts.roof, s.script.lit(c, 0.12), { depth, alpha: 0.42, clip: (x) => (k(x) ? 0 : 1) })
  const rows = clamp(Math.round(h / (4.2 * s.u)), 3, 16)
  const line = s.script.lit(mix(c, hex('#2a1c28'), 0.45), 0.4)
  if (h > 9 * s.u)
    for (let i = 1; i < rows; i++) {
      const y = b.y0 + (h * i) / rows
      dashAcross(s, m, b.x0, b.x1, y, Math.max(0.8, (thatch ? 0.7 : 1) * s.u), line, thatch ? 0.22 : 0.42, r)
    }
  if (!thatch && h > 26 * s.u) uprights(s, m, b.x0, b.x1, b.y0, b.y1, rows, line, r)
  edges(s, parts.roof, c, depth, h, thatch)
}

const apexOf = (roof: Path[]) => {
  let [x, y] = [0, Infinity]
  for (const p of roof)
    for (let i = 0; i + 1 < p.length; i += 2)
      if (p[i + 1]! < y) {
        y = p[i + 1]!
        x = p[i]!
      }
  return x
}

/** How long the ridge is, as a share of the roof's width. */
function ridgeShare(roof: Path[], width: number): number {
  const ys = roof.flatMap((p) => p.filter((_, i) => i % 2))
  const top = Math.min(...ys)
  const high = Math.max(...ys) - top
  let [x0, x1] = [Infinity, -Infinity]
  for (const p of roof)
    for (let i = 0; i + 1 < p.length; i += 2)
      if (p[i + 1]! < top + high * 0.16) {
        x0 = Math.min(x0, p[i]!)
        x1 = Math.max(x1, p[i]!)
      }
  return (x1 - x0) / Math.max(width, 1)
}

function dashAcross(
  s: Studio,
  m: ReturnType<typeof cover> & object,
  x0: number,
  x1: number,
  y: number,
  w: number,
  c: RGB,
  a: number,
  r: Rand,
) {
  let start = -1
  for (let x = x0; x <= x1 + 1; x++) {
    const inside = x <= x1 && maskAt(m, x, y) > 0.9
    if (inside && start < 0) start = x
    if (!inside && start >= 0) {
      stroke(s.pic, [start, y, x, y + r.normal() * 0.2], w, c, a)
      start = -1
    }
  }
}

/** Short joints between tile rows, staggered. */
function uprights(
  s: Studio,
  m: ReturnType<typeof cover> & object,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  rows: number,
  c: RGB,
  r: Rand,
) {
  const step = (y1 - y0) / rows
  for (let i = 0; i < rows; i++)
    for (let x = x0 + (i % 2 ? step * 0.6 : 0); x < x1; x += step * 1.2) {
      const y = y0 + step * i
      if (maskAt(m, x, y + step * 0.5) > 0.9 && r.chance(0.75))
        stroke(s.pic, [x, y, x, y + step], 0.8 * s.u, c, 0.25)
    }
}

/** The ridge catches light, the eaves are dark and have thickness. */
function edges(s: Studio, roof: Path[], c: RGB, depth: number, h: number, thatch: boolean) {
  const top = profile(roof, s.w)
  const span = spanOf(top)
  if (!span) return
  const path: Path = []
  for (let x = span[0]; x <= span[1]; x += 2) path.push(x, top[x]! + 0.6 * s.u)
  stroke(
    s.pic,
    path,
    clamp(h * 0.05, 1, 5 * s.u),
    mix(s.script.lit(mix(c, [1, 0.95, 0.85], 0.45), 1), s.script.haze, depth),
    0.85,
  )
  const thick = clamp(h * (thatch ? 0.14 : 0.07), 1.2 * s.u, 12 * s.u)
  const low = Math.max(...roof.flatMap((p) => p.filter((_, i) => i % 2)))
  fill(s, roof, s.script.lit(mix(c, hex('#1c1424'), 0.6), 0.2), {
    depth,
    alpha: 0.85,
    clip: (_, y) => clamp((y - (low - thick)) * 2),
  })
}

/** A gable seen from the front: plaster up to two broad boards of roof. */
function gable(s: Studio, parts: HouseParts, st: Look, depth: number) {
  const b = parts.roofBox!
  const h = b.y1 - b.y0
  fill(s, parts.roof, s.script.lit(st.wall, 0.75), { to: s.script.lit(st.wall, 0.85), depth })
  const top = profile(parts.roof, s.w)
  const span = spanOf(top)!
  const thick = clamp(h * 0.2, 2 * s.u, 22 * s.u)
  const apex = apexOf(parts.roof)
  const side = Math.sign(s.light[0]) || 1
  for (const half of [-1, 1]) {
    const lit = half === side
    const c = s.script.lit(st.roofColour, lit ? 0.95 : 0.25)
    const clip = (x: number, y: number) =>
      half * (x - apex) >= 0 && y < top[Math.round(clamp(x, span[0], span[1]))]! + thick ? 1 : 0
    fill(s, parts.roof, c, { to: s.script.lit(st.roofColour, lit ? 0.75 : 0.15), depth, clip, texture: 0.08 })
    const under = (x: number, y: number) => {
      const d = y - (top[Math.round(clamp(x, span[0], span[1]))]! + thick)
      return half * (x - apex) >= 0 && d >= 0 && d < thick * 0.5 ? 1 - d / (thick * 0.5) : 0
    }
    fill(s, parts.roof, s.script.lit(hex('#2a2440'), 0.1), { depth, alpha: 0.45, clip: under })
  }
  const y = b.y0 + h * 0.56
  const q = clamp(h * 0.1, 1.5 * s.u, 12 * s.u)
  if (h > 22 * s.u)
    fill(
      s,
      [apex - q, y - q, apex + q, y - q, apex + q, y + q, apex - q, y + q],
      s.script.lamps > 0.7 ? hex('#ffcf78') : s.script.lit(hex('#3c4a64'), 0.5),
      { depth },
    )
}

function snowRoof(s: Studio, parts: HouseParts, st: Look, depth: number) {
  const m = cover(parts.roof, s.w, s.h)
  const b = parts.roofBox!
  if (!m) return
  const side = Math.sign(s.light[0]) || 1
  const apex = apexOf(parts.roof)
  const snow = soilTones(s, 'snow')
  const wide = Math.max(b.x1 - b.x0, 1)
  mass(
    s,
    m,
    snow,
    (x, y) =>
      0.82 +
      (0.3 * side * (x - apex)) / wide +
      0.1 * (1 - (y - b.y0) / (b.y1 - b.y0)) +
      0.04 * grain(s, x, y, 30, 16, 8),
    { depth: depth * 0.6, steps: 5, brush: 0.01 },
  )
  const h = b.y1 - b.y0
  const thick = clamp(h * 0.1, 1.2 * s.u, 9 * s.u)
  fill(s, parts.roof, s.script.lit(mix(st.roofColour, hex('#1c1424'), 0.4), 0.35), {
    depth,
    clip: (_, y) => clamp((y - (b.y1 - thick * 0.7)) * 2),
  })
  stroke(
    s.pic,
    [b.x0, b.y1 - thick * 0.8, b.x1, b.y1 - thick * 0.8],
    Math.max(thick * 0.35, 1),
    look(snow, 0.5),
    0.9,
  )
}
