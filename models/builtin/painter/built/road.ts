import { clamp, hex, look, mix, smooth } from '../core/colour.ts'
import { blade } from '../core/marks.ts'
import { cover, type Mask, type Path } from '../core/mask.ts'
import { along, fill } from '../core/shapes.ts'
import { air, depthAt, formOf, grain, lay, mass, type Studio, touchOf } from '../core/studio.ts'
import { frontness } from '../land/grass.ts'
import { grassTones, soilTones } from '../land/ground.ts'
import { wetSheen } from '../land/wet.ts'
import { edgesOf } from '../read/bands.ts'
import { lengthOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'

const SURFACES: Record<string, string[]> = {
  road: ['#4c505c', '#6c707c', '#90929a', '#bcbab8'],
  path: ['#9a7a54', '#c4a470', '#e4cc98', '#f6e8c4'],
  rail: ['#6a5a54', '#948074', '#bca88e', '#e0d0b4'],
  stairs: ['#6a6870', '#94929a', '#bcb8b8', '#e2dcd4'],
}

/** Left and right edge along a band, far to near, by share of its length. */
export function bandEdges(s: Studio, p: Placed): [Path, Path] | null {
  const edges = edgesOf(p.thing.lines, { w: s.w, h: s.h })
  if (edges) return edges
  const m = cover(p.paths, s.w, s.h)
  if (!m || m.h < 4) return null
  const a: Path = []
  const b: Path = []
  const step = Math.max(1, Math.round(m.h / 60))
  for (let y = 0; y < m.h; y += step) {
    let [x0, x1] = [-1, -1]
    for (let x = 0; x < m.w; x++)
      if (m.a[y * m.w + x]! > 0.5) {
        if (x0 < 0) x0 = x
        x1 = x
      }
    if (x0 < 0) continue
    a.push(m.x0 + x0, m.y0 + y)
    b.push(m.x0 + x1 + 1, m.y0 + y)
  }
  return a.length >= 6 ? [a, b] : null
}

export function paintRoad(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  const { kind, key, tint } = p.thing
  const o = touchOf(s, key).range(1, 70)
  const snowy = s.script.snowy
  const base = SURFACES[kind] ?? SURFACES.path!
  const table = s.script.tones(base.map((c) => (tint ? mix(hex(c), tint, 0.35) : hex(c))))
  mass(
    s,
    m,
    table,
    (x, y) => 0.56 + 0.1 * grain(s, x, y, 90, 10, o) + 0.06 * grain(s, x, y, 14, 4, o + 2) * frontness(s, y),
    {
      depth: (_, y) => clamp(depthAt(s, y) * 1.3),
      steps: 5,
      brush: 0.04,
    },
  )
  if (snowy) snowOver(s, m, o, kind === 'road' ? 0.8 : 0.9)
  const edges = bandEdges(s, p)
  if (s.script.wet && kind === 'road') wetSheen(s, m, o)
  if (edges && kind === 'road' && !snowy) roadLines(s, edges)
  if (edges && kind === 'path') tuftsAlong(s, key, edges)
}

/** Snow with worn tracks in it. */
function snowOver(s: Studio, m: Mask, o: number, k: number) {
  const snow = soilTones(s, 'snow')
  lay(s, m, (x, y, out) => {
    out.set(look(snow, clamp(0.46 + 0.1 * grain(s, x, y, 50, 14, o + 4))))
    return k * smooth(grain(s, x, y, 34, 30, o + 6), -1.6, -0.3)
  })
}

const between = (a: readonly [number, number], b: readonly [number, number], t: number): [number, number] => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]

/** White edge lines and centre dashes, all in the drawing's own perspective. */
function roadLines(s: Studio, [left, right]: [Path, Path]) {
  const white = s.script.lit(hex('#f2f0ea'), 0.9)
  const at = (t: number, q: number) => between(along(left, t), along(right, t), q)
  const width = (t: number) => Math.hypot(at(t, 1)[0] - at(t, 0)[0], at(t, 1)[1] - at(t, 0)[1])
  if (Math.max(width(0.9), width(0.1)) < 26 * s.u) return
  const strip = (q0: number, q1: number, t0: number, t1: number) => {
    const n = 6
    const one: Path = []
    const two: Path = []
    for (let i = 0; i <= n; i++) {
      const t = t0 + ((t1 - t0) * i) / n
      one.push(...at(t, q0))
      two.unshift(...at(t, q1))
    }
    fill(s, [...one, ...two], white, { depth: depthAt(s, at((t0 + t1) / 2, 0.5)[1]), alpha: 0.85 })
  }
  for (let i = 0; i < 12; i++) {
    strip(0.055, 0.075, i / 12, (i + 1) / 12)
    strip(0.925, 0.945, i / 12, (i + 1) / 12)
  }
  const length = lengthOf(left)
  for (let t = 0.02; t < 1; ) {
    const dash = clamp((width(t) * 0.34) / length, 0.004, 0.3)
    strip(0.488, 0.512, t, Math.min(1, t + dash))
    t += dash * 2.1
  }
}

export function tuftsAlong(s: Studio, key: string, edges: Path[]) {
  const r = formOf(s, `${key}/tufts`)
  const [a, b] = grassTones(s)
  if (s.script.snowy) return
  for (const e of edges) {
    const n = Math.round(lengthOf(e) / (1.5 * s.u))
    for (let i = 0; i < n; i++) {
      const [x, y] = along(e, (i + r.next()) / n)
      const f = frontness(s, y)
      const h = (1.6 + 17 * f ** 1.2) * s.u * r.range(0.4, 1.1)
      const c = look(r.chance(0.5) ? a : b, clamp(0.48 + 0.14 * r.normal(), 0.05, 0.95))
      blade(
        s.pic,
        x + r.normal() * h * 0.25,
        y + h * 0.15,
        h,
        h * 0.3 * r.normal(),
        Math.max(h * 0.08, 0.5),
        air(s, c, depthAt(s, y) * 0.6),
      )
    }
  }
}
