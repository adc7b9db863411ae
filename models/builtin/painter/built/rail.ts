import { clamp, hex, look } from '../core/colour.ts'
import { dab } from '../core/marks.ts'
import { cover, type Path } from '../core/mask.ts'
import { along, fill } from '../core/shapes.ts'
import { air, depthAt, formOf, grain, mass, type Studio } from '../core/studio.ts'
import { frontness } from '../land/grass.ts'
import { lengthOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { reversed } from '../read/silhouette.ts'
import { bandEdges, tuftsAlong } from './road.ts'

type Track = { at(t: number, q: number): [number, number]; width(t: number): number; length: number }

function trackOf([left, right]: [Path, Path]): Track {
  const at = (t: number, q: number): [number, number] => {
    const [a, b] = [along(left, t), along(right, t)]
    return [a[0] + (b[0] - a[0]) * q, a[1] + (b[1] - a[1]) * q]
  }
  return {
    at,
    width: (t) => Math.hypot(at(t, 1)[0] - at(t, 0)[0], at(t, 1)[1] - at(t, 0)[1]),
    length: Math.max(lengthOf(left), lengthOf(right)),
  }
}

function strip(track: Track, q0: number, q1: number, t0: number, t1: number, n = 24, lift = 0): Path {
  const a: Path = []
  const b: Path = []
  for (let i = 0; i <= n; i++) {
    const t = t0 + ((t1 - t0) * i) / n
    const up = lift * track.width(t)
    const [p, q] = [track.at(t, q0), track.at(t, q1)]
    a.push(p[0], p[1] - up)
    b.push(q[0], q[1] - up)
  }
  return [...a, ...reversed(b)]
}

/** Ballast, sleepers and two rails; the drawn lines are the rails. */
export function paintRail(s: Studio, p: Placed) {
  const edges = bandEdges(s, p)
  if (!edges) return
  const track = trackOf(edges)
  const r = formOf(s, p.thing.key)
  const bed = [strip(track, -0.42, 1.42, 0, 1, 40)]
  const m = cover(bed, s.w, s.h)
  if (!m) return
  const stones = s.script.tones(['#6a5a58', '#948478', '#bca894', '#e8d8bc'])
  const o = r.range(1, 60)
  mass(
    s,
    m,
    stones,
    (x, y) =>
      0.52 + 0.16 * grain(s, x, y, 5 + 6 * frontness(s, y), 4, o) + 0.08 * grain(s, x, y, 40, 10, o + 2),
    { depth: (_, y) => depthAt(s, y), brush: 0.03 },
  )
  for (let i = 0; i < (m.w * m.h) / (46 * s.u * s.u); i++) {
    const [x, y] = [m.x0 + r.next() * m.w, m.y0 + r.next() * m.h]
    const f = frontness(s, y)
    if (f < 0.12 || m.a[Math.floor(y - m.y0) * m.w + Math.floor(x - m.x0)]! < 0.6) continue
    const size = (0.5 + 2.6 * f) * s.u * r.range(0.6, 1.3)
    dab(
      s.pic,
      x,
      y,
      size,
      size * 0.62,
      r.normal() * 0.4,
      air(s, look(stones, r.range(0.1, 0.95)), depthAt(s, y)),
    )
  }
  sleepers(s, track)
  for (const q of [0, 1]) rail(s, track, q)
  if (!s.script.snowy)
    tuftsAlong(
      s,
      p.thing.key,
      [strip(track, -0.45, -0.45, 0, 1, 40), strip(track, 1.45, 1.45, 0, 1, 40)].map((e) =>
        e.slice(0, e.length / 2),
      ),
    )
}

function sleepers(s: Studio, track: Track) {
  for (let t = 0.004; t < 1; ) {
    const w = track.width(t)
    const step = clamp((w * 0.3) / track.length, 0.0035, 0.2)
    const [, y] = track.at(t, 0.5)
    const depth = clamp(depthAt(s, y) * 1.4)
    const snow = s.script.snowy
    const c = s.script.lit(hex(snow ? '#d8e4f4' : '#6a4c3e'), 0.6)
    fill(s, strip(track, -0.22, 1.22, t, Math.min(1, t + step * 0.45), 1), c, {
      to: s.script.lit(hex('#4c362e'), 0.4),
      depth,
      texture: 0.1,
    })
    const n = strip(track, -0.22, 1.22, Math.min(1, t + step * 0.41), Math.min(1, t + step * 0.45), 1)
    fill(s, n, s.script.lit(hex('#b8967a'), 0.9), { depth, alpha: 0.6 })
    t += step
  }
}

function rail(s: Studio, track: Track, q: number) {
  const steel = s.script.lit(hex('#e8e6ea'), 1)
  fill(s, strip(track, q - 0.03, q + 0.03, 0, 1), s.script.lit(hex('#4a3a3c'), 0.3), { texture: 0.04 })
  fill(s, strip(track, q - 0.026, q + 0.018, 0, 1, 24, 0.03), steel, {
    to: s.script.lit(hex('#a8a4b4'), 0.8),
    texture: 0.02,
  })
}
