import { clamp, hex, mix } from '../core/colour.ts'
import { cover } from '../core/mask.ts'
import { lambert, type Puff, relief } from '../core/puffs.ts'
import { depthAt, formOf, grain, mass, type Studio, touchOf } from '../core/studio.ts'
import { inscribed, insideOf } from '../read/circles.ts'
import type { Placed } from '../read/plan.ts'
import { profile } from '../read/profile.ts'
import { castShadow } from '../trees/broadleaf.ts'
import { soilTones } from './ground.ts'
import { footTufts } from './tufts.ts'

const STONE = ['#3e4254', '#6c6e7c', '#9c9894', '#ccc4b8', '#f0e8da']

export const stoneTones = (s: Studio, tint: readonly [number, number, number] | null = null) =>
  s.script.tones(STONE.map((c) => (tint ? mix(hex(c), tint, 0.4) : hex(c))))

/** Broken planes: the relief of a few flat lumps, cut by ridged noise. */
export function paintRock(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m || m.w < 3) return
  const r = formOf(s, p.thing.key)
  const { box: b } = p.thing
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, b.x1 - b.x0, (b.y1 - b.y0) * 0.9, 0.55)
  const puffs: Puff[] = inscribed(insideOf(m, 80), 14, Math.max(m.w, m.h) * 0.05).map((c) => ({
    x: c.x,
    y: c.y,
    rx: c.r * r.range(1, 1.5),
    ry: c.r * r.range(0.9, 1.3),
    z: r.range(0, 0.4) * c.r,
  }))
  const lit = lambert(relief(puffs, m.x0, m.y0, m.w, m.h), s.light, 1.2 * s.u)
  const o = touchOf(s, p.thing.key).range(1, 60)
  const size = clamp(m.h / s.u, 12, 90)
  const depth = depthAt(s, b.y1)
  const ridge = (x: number, y: number) => Math.abs(grain(s, x + y * 0.4, y, size * 0.5, size * 0.36, o))
  const side = Math.sign(s.light[0]) || 1
  mass(
    s,
    m,
    stoneTones(s, p.thing.tint),
    (x, y) => {
      const k = (y - m.y0) * m.w + (x - m.x0)
      const cut = (ridge(x + 1.5 * s.u, y) - ridge(x - 1.5 * s.u, y)) * size * 0.013 * side
      return (
        0.34 +
        0.42 * lit[k]! +
        cut -
        0.14 * ((y - b.y0) / Math.max(b.y1 - b.y0, 1)) +
        0.05 * grain(s, x, y, 9, 9, o + 3)
      )
    },
    { depth, steps: 5, keep: 0.55, brush: 0.05 },
  )
  if (s.script.snowy) {
    const snow = soilTones(s, 'snow')
    mass(
      s,
      m,
      snow,
      (x, y) => 0.8 - 0.3 * ((y - b.y0) / Math.max(b.y1 - b.y0, 1)) + 0.05 * grain(s, x, y, 30, 20, o),
      {
        depth: depth * 0.7,
        brush: 0.01,
        alpha: 0.9,
      },
    )
    return
  }
  footTufts(s, p.thing.key, b.x0 + (b.x1 - b.x0) * 0.08, b.x1 - (b.x1 - b.x0) * 0.08, b.y1)
}

/** A rock face: strata across, clefts down, grass on the upper edge. */
export function paintCliff(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  const o = touchOf(s, p.thing.key).range(1, 60)
  const { box: b } = p.thing
  const side = Math.sign(s.light[0]) || 1
  const tall = clamp((b.y1 - b.y0) / s.u, 40, 300)
  const table = stoneTones(s, p.thing.tint ?? hex('#b49c84'))
  const top = profile(p.paths, s.w)
  const cleft = (x: number, y: number) => 1 - Math.abs(grain(s, x, y, tall * 0.2, tall * 0.9, o))
  const block = (x: number, y: number) =>
    1 - Math.abs(grain(s, x + y * 0.2, y, tall * 0.1, tall * 0.14, o + 4))
  const e = 1.5 * s.u
  mass(
    s,
    m,
    table,
    (x, y) => {
      const facet =
        (cleft(x + e, y) - cleft(x - e, y)) * tall * 0.0085 +
        (block(x + e, y) - block(x - e, y)) * tall * 0.0045
      const strata = 0.07 * grain(s, x, y, tall * 1.4, tall * 0.06, o + 2)
      const rel = clamp((y - (top[x] || y)) / (tall * s.u))
      return 0.54 + side * facet + strata - 0.18 * rel
    },
    { depth: (_, y) => clamp(depthAt(s, y) * 0.9 + 0.04), steps: 5, keep: 0.6, brush: 0.04 },
  )
  grassCap(s, p, m, top)
}

function grassCap(s: Studio, p: Placed, m: ReturnType<typeof cover> & object, top: Float32Array) {
  const r = formOf(s, p.thing.key)
  const table = s.script.snowy ? soilTones(s, 'snow') : soilTones(s, 'meadow')
  const o = r.range(1, 50)
  mass(
    s,
    m,
    table,
    (x, y) => 0.72 - 0.02 * (y - (top[x] || y)) + 0.1 * grain(s, x, y, 20, 8, o),
    {
      depth: (_, y) => depthAt(s, y),
      steps: 4,
      alpha: 1,
      brush: 0.05,
    },
    (x, y) => {
      const edge = (6 + 5 * grain(s, x, 3, 18, 18, o + 1)) * s.u
      return y - (top[x] || y) < edge ? 1 : 0
    },
  )
}
