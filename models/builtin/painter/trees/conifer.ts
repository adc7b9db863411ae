import { clamp, hex, look, mix, type Ramp, type RGB } from '../core/colour.ts'
import { facet } from '../core/marks.ts'
import type { Rand } from '../core/rand.ts'
import { air, depthAt, formOf, type Studio } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from './broadleaf.ts'
import { rowsOfShape, treeParts } from './parts.ts'
import { paintLimb } from './trunk.ts'

const PINE = ['#08261f', '#12463a', '#226a4a', '#4c9a58', '#a6d480']

export const pineTones = (s: Studio, tint: RGB | null = null): Ramp => {
  const night = s.script.hour === 'night' ? ['#050c1e', '#0a1a34', '#12304c', '#23506a', '#4a7c96'] : PINE
  const colours = night.map((c) => (tint ? mix(hex(c), tint, 0.3 * (Math.max(...hex(c)) + 0.2)) : hex(c)))
  return s.script.tones(colours, s.script.hour === 'night' ? 0.62 : 0.74)
}

export type Spire = {
  x: number
  top: number
  foot: number
  /** Half widths to the left and right of x at height y. */
  half(y: number): [number, number]
  depth: number
}

type Needle = { path: number[]; t: number; hue: number; snow: boolean }

/** Needles of one bough, outer ones turned outward. */
function bough(s: Studio, c: Spire, y: number, tier: number, u0: number, r: Rand): Needle[] {
  const dir = u0 < 0 ? -1 : 1
  const [left, right] = c.half(y)
  const reach = (dir < 0 ? left : right) * (0.42 + 0.58 * Math.abs(u0)) * r.range(0.84, 1.06)
  const n = Math.round((6 + (reach / s.u) * 0.5) * (s.fine ? 1.6 : 1))
  const side = Math.sign(s.light[0]) || 1
  const v = (y - c.top) / Math.max(c.foot - c.top, 1)
  const out: Needle[] = []
  for (let i = 0; i < n; i++) {
    const q = r.next()
    const cx = c.x + dir * reach * q
    const cy =
      y +
      tier * (0.1 + 0.85 * q ** 1.4 * (0.5 + 0.5 * Math.abs(u0))) +
      r.normal() * tier * 0.1 +
      (1 - Math.abs(u0)) * tier * 0.45
    const len = tier * r.range(0.42, 0.9) * (1.05 - 0.45 * q) + 1.1 * s.u
    const half = Math.max(0.5 * s.u, len * 0.16)
    const a = Math.PI / 2 - dir * (0.35 + 0.75 * q) + r.normal() * 0.28
    const t =
      0.3 +
      0.26 * u0 * side * (0.4 + 0.6 * s.script.direct) +
      0.1 * (1 - v) +
      0.12 * q +
      r.normal() * 0.07 -
      0.1 * (1 - Math.abs(u0))
    out.push({
      path: [
        cx - half,
        cy,
        cx + half,
        cy - half * 0.3,
        cx + len * Math.cos(a),
        cy + len * Math.sin(a) * 0.85,
      ],
      t: clamp(t, 0.02, 0.98),
      hue: r.next() * 0.5,
      snow: q > 0.12 && r.next() < 0.46,
    })
  }
  return out.sort((p, q) => p.t - q.t)
}

const moved = (p: number[], dy: number) => p.map((v, i) => (i % 2 ? v + dy : v))

/** Boughs from the foot up, each with its dark underside; gaps stay between the tiers. */
export function paintConifer(s: Studio, c: Spire, tones: [Ramp, Ramp], snow: Ramp | null, r: Rand) {
  const high = c.foot - c.top
  const tiers = Math.round(clamp(high / (11 * s.u), 6, 34))
  const step = high / tiers
  const dark = air(s, look(tones[0], 0.06), c.depth)
  const wide = Math.max(...c.half(c.foot - step))
  facet(
    s.pic,
    [c.x - wide * 0.06, c.foot, c.x + wide * 0.06, c.foot, c.x + 0.7 * s.u, c.top, c.x - 0.7 * s.u, c.top],
    air(s, look(tones[0], 0.16), c.depth),
  )
  for (let k = tiers - 1; k >= 0; k--) {
    const y = c.top + high * 0.96 * ((k + 0.2) / tiers)
    const boughs = high < 110 * s.u ? 6 : 9
    for (let b = 0; b < boughs; b++) {
      const u0 = clamp(-1 + (2 * (b + 0.5 + r.normal() * 0.25)) / boughs, -1, 1)
      const needles = bough(s, c, y, step, u0, r)
      for (let i = 0; i < needles.length; i += 2) facet(s.pic, moved(needles[i]!.path, step * 0.22), dark)
      for (const n of needles)
        facet(s.pic, n.path, air(s, mix(look(tones[0], n.t), look(tones[1], n.t), n.hue), c.depth))
      if (snow) layOfSnow(s, needles, snow, step, c, u0)
    }
  }
}

/** A part of the needles again: higher, flatter, wider, white. */
function layOfSnow(s: Studio, needles: Needle[], snow: Ramp, step: number, c: Spire, u0: number) {
  const side = Math.sign(s.light[0]) || 1
  for (const n of needles) {
    if (!n.snow) continue
    const p = n.path
    const w = Math.max(0.55 * s.u, step * 0.12)
    const up = step * 0.2
    const mx = (p[0]! + p[2]!) / 2
    const path = [
      p[0]! - w,
      p[1]! - up,
      p[2]! + w,
      p[3]! - up,
      mx * 0.45 + p[4]! * 0.55,
      (p[1]! - up) * 0.45 + p[5]! * 0.55 - up * 0.3,
    ]
    facet(
      s.pic,
      path,
      air(s, look(snow, clamp(0.7 + 0.26 * u0 * side + (n.t - 0.4) * 0.3, 0.05, 1)), c.depth),
    )
  }
}

/** A conifer inside the drawn outline: boughs reach to the pen line on every side. */
export function paintPine(s: Studio, p: Placed, snow: Ramp | null) {
  const t = p.thing
  const parts = treeParts(s, t)
  const rows = parts && rowsOfShape(parts.crown, s)
  if (!parts || !rows) return
  const r = formOf(s, t.key)
  const depth = depthAt(s, p.base)
  const x = (parts.box.x0 + parts.box.x1) / 2
  const foot = parts.trunk[1]!
  const high = foot - parts.box.y0
  castShadow(s, x, foot, (parts.box.x1 - parts.box.x0) * 0.8, high)
  paintLimb(
    s,
    [x, foot, x, parts.box.y0 + high * 0.3],
    Math.max(parts.width * 0.6, 2 * s.u),
    1.5 * s.u,
    depth,
    hex('#6a4c3c'),
  )
  const at = (y: number): [number, number] => {
    const i = Math.round(clamp(y - rows.y0, 0, rows.left.length - 1))
    const l = rows.left[i]!
    return Number.isNaN(l) ? [1, 1] : [Math.max(x - l, 1), Math.max(rows.right[i]! - x, 1)]
  }
  // A bough hangs: it may reach as far as the outline does where its tips end.
  const half = (y: number): [number, number] => {
    const [a, b, c] = [at(y), at(y + high * 0.03), at(y + high * 0.055)]
    return [Math.max(a[0], b[0], c[0]), Math.max(a[1], b[1], c[1])]
  }
  const spire: Spire = { x, top: parts.box.y0, foot: parts.box.y1, half, depth }
  const a = pineTones(s, t.tint)
  const b =
    s.script.season === 'autumn' ? a : pineTones(s, mix(hex('#86c94a'), t.tint ?? hex('#86c94a'), 0.5))
  paintConifer(s, spire, [a, b], snow, r)
}
