import { clamp, hex, look, mix } from '../core/colour.ts'
import { facet, stroke } from '../core/marks.ts'
import { cover, maskAt, type Path } from '../core/mask.ts'
import { along } from '../core/shapes.ts'
import { air, depthAt, formOf, type Studio } from '../core/studio.ts'
import { footTufts } from '../land/tufts.ts'
import { type Line, lengthOf, resample } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { reversed } from '../read/silhouette.ts'
import { castShadow } from './broadleaf.ts'
import { paintLimb } from './trunk.ts'

const PALM = ['#0c3a34', '#1c6a48', '#4a9c48', '#9ccc54', '#e4f08c']

/** A trunk along its line; fronds along theirs, or nine of them around the top. */
export function paintPalm(s: Studio, p: Placed) {
  const { lines, box: b, key, tint } = p.thing
  const high = b.y1 - b.y0
  const r = formOf(s, key)
  const depth = depthAt(s, b.y1)
  const trunkLine = lines
    .filter((l) => l.box.y1 > b.y1 - high * 0.15)
    .toSorted((a, c) => c.length - a.length)[0]
  const middle = (b.x0 + b.x1) / 2
  let trunk: Path = trunkLine ? trunkLine.path : [middle, b.y1, middle, b.y0 + high * 0.2]
  if (trunk[1]! < trunk.at(-1)!) trunk = reversed(trunk)
  const top: [number, number] = [trunk.at(-2)!, Math.min(trunk.at(-1)!, b.y0 + high * 0.35)]
  castShadow(s, trunk[0]!, b.y1, (b.x1 - b.x0) * 0.7, high, 0.5)
  paintLimb(
    s,
    resample(trunk, high * 0.16),
    clamp(high * 0.06, 2 * s.u, 26 * s.u),
    clamp(high * 0.03, 1.4 * s.u, 14 * s.u),
    depth,
    hex('#9a7c58'),
  )
  const ring = air(s, s.script.lit(hex('#5a4434'), 0.3), depth)
  for (let k = 1; k < 16; k++) {
    const [x, y] = along(trunk, k / 16)
    const w = high * (0.027 - 0.013 * (k / 16))
    stroke(s.pic, [x - w, y, x + w, y - w * 0.3], Math.max(0.8, 0.004 * high), ring, 0.6)
  }
  const drawn = lines.filter((l) => l !== trunkLine && l.length > high * 0.12 && !l.closed).map((l) => l.path)
  const fronds = drawn.length >= 3 ? drawn.map((q) => outward(q, top)) : fan(top, b, high, r)
  const tones = s.script.tones(PALM.map((c) => (tint ? mix(hex(c), tint, 0.3) : hex(c))))
  for (const f of fronds) frond(s, f, high, tones, depth, r)
  footTufts(s, key, trunk[0]! - high * 0.05, trunk[0]! + high * 0.05, b.y1)
}

const outward = (q: Path, top: readonly [number, number]): Path =>
  Math.hypot(q[0]! - top[0], q[1]! - top[1]) <= Math.hypot(q.at(-2)! - top[0], q.at(-1)! - top[1])
    ? q
    : reversed(q)

function fan(
  top: [number, number],
  b: { x0: number; x1: number; y0: number },
  high: number,
  r: { range(a: number, b: number): number },
): Path[] {
  const reach = Math.max((b.x1 - b.x0) / 2, high * 0.26)
  return Array.from({ length: 11 }, (_, i) => {
    const a = Math.PI * (1.02 - (i / 10) * 1.04) + r.range(-0.08, 0.08)
    const [dx, dy] = [Math.cos(a), -Math.sin(a)]
    const k = reach * r.range(0.85, 1.05)
    return [
      top[0],
      top[1],
      top[0] + dx * k * 0.55,
      top[1] + dy * k * 0.55 - k * 0.12,
      top[0] + dx * k,
      top[1] + dy * k * 0.5 + k * 0.34,
    ]
  })
}

/** Leaflets on both sides of a bent rib, hanging more towards its tip. */
function frond(
  s: Studio,
  path: Path,
  high: number,
  tones: Float32Array,
  depth: number,
  r: { range(a: number, b: number): number; normal(): number },
) {
  const n = Math.round(clamp(lengthOf(path) / (2.2 * s.u), 14, 70))
  const side = Math.sign(s.light[0]) || 1
  for (let i = 0; i < n; i++) {
    const t = (i + 0.5) / n
    const [x, y] = along(path, t)
    const [x2, y2] = along(path, Math.min(1, t + 0.04))
    const a = Math.atan2(y2 - y, x2 - x)
    const len = high * 0.12 * Math.sin(Math.PI * (0.15 + 0.8 * t)) * r.range(0.8, 1.15)
    for (const k of [-1, 1]) {
      const turn = a + k * (0.85 - 0.3 * t)
      const [tx, ty] = [x + Math.cos(turn) * len, y + Math.sin(turn) * len + len * (0.25 + 0.4 * t)]
      const w = Math.max(0.6 * s.u, len * 0.09)
      const tone = clamp(
        0.48 + 0.2 * Math.cos(turn) * side - 0.16 * (ty > y ? 1 : 0) + 0.07 * r.normal(),
        0.04,
        0.96,
      )
      facet(
        s.pic,
        [
          x - w * Math.sin(turn),
          y + w * Math.cos(turn),
          x + w * Math.sin(turn),
          y - w * Math.cos(turn),
          tx,
          ty,
        ],
        air(s, look(tones, tone), depth),
      )
    }
  }
  stroke(s.pic, path, Math.max(1, high * 0.006), air(s, look(tones, 0.66), depth))
}

/** Upright fragments over one another are one culm. */
function culmsOf(lines: Line[], high: number, near: number): Path[] {
  const upright = lines.filter((l) => !l.closed && l.box.y1 - l.box.y0 > 2 * (l.box.x1 - l.box.x0))
  const columns: Line[][] = []
  for (const l of upright.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const x = (l.box.x0 + l.box.x1) / 2
    const column = columns.find((c) => Math.abs((c[0]!.box.x0 + c[0]!.box.x1) / 2 - x) < near)
    if (column) column.push(l)
    else columns.push([l])
  }
  const culms = columns.map((c) =>
    c
      .toSorted((a, b) => b.box.y1 - a.box.y1)
      .flatMap((l) => (l.path[1]! > l.path.at(-1)! ? l.path : reversed(l.path))),
  )
  return culms.filter((c) => c[1]! - c.at(-1)! > high * 0.35)
}

/** Culms along the upright lines (or through the outline), with nodes and sprays of narrow leaves. */
export function paintBamboo(s: Studio, p: Placed) {
  const { lines, box: b, key } = p.thing
  const r = formOf(s, key)
  const high = b.y1 - b.y0
  const depth = depthAt(s, b.y1)
  let culms = culmsOf(lines, high, s.w * 0.012)
  if (culms.length === 0) {
    const n = Math.round(clamp((b.x1 - b.x0) / (22 * s.u), 2, 30))
    culms = Array.from({ length: n }, (_, i) => {
      const x = b.x0 + ((b.x1 - b.x0) * (i + r.range(0.2, 0.8))) / n
      return [x, b.y1, x + r.range(-0.03, 0.03) * high, b.y0 + high * r.range(0, 0.15)]
    })
  }
  const tones = s.script.tones(['#1c4a30', '#3f7f3c', '#7cb84c', '#bfe070', '#eef8a8'])
  const m = p.paths.length > 0 ? cover(p.paths, s.w, s.h) : null
  const side = Math.sign(s.light[0]) || 1
  for (const c of culms) {
    const w = clamp(high * 0.022, 2 * s.u, 16 * s.u)
    paintLimb(s, resample(c, high * 0.25), w, w * 0.55, depth, hex('#8cb858'))
    const nodes = Math.round(clamp(lengthOf(c) / (26 * s.u), 4, 16))
    for (let k = 1; k < nodes; k++) {
      const [x, y] = along(c, k / nodes)
      const half = (w / 2) * (1 - 0.4 * (k / nodes))
      stroke(
        s.pic,
        [x - half * 1.2, y, x + half * 1.2, y],
        Math.max(1, w * 0.16),
        air(s, look(tones, 0.14), depth),
        0.8,
      )
      stroke(
        s.pic,
        [x - half, y - w * 0.2, x + half, y - w * 0.2],
        Math.max(0.8, w * 0.1),
        air(s, look(tones, 0.92), depth),
        0.6,
      )
      if (k < nodes * 0.35) continue
      for (let q = 0; q < 16; q++) {
        const dir = r.range(-1, 1)
        const len = high * 0.055 * r.range(0.6, 1.3)
        const [sx, sy] = [x + dir * high * 0.1 * r.range(0.1, 1), y + r.normal() * high * 0.035]
        if (m && maskAt(m, sx, sy) < 0.3 && r.range(0, 1) > 0.2) continue
        const a = Math.PI / 2 - Math.sign(dir) * r.range(0.3, 1.1)
        const t = clamp(0.46 + 0.18 * dir * side + 0.14 * r.normal(), 0.04, 0.96)
        const h = Math.max(0.6 * s.u, len * 0.11)
        const [ex, ey] = [sx + Math.cos(a) * len, sy + Math.sin(a) * len * 0.8]
        facet(
          s.pic,
          [
            sx,
            sy,
            (sx + ex) / 2 - h * Math.sin(a),
            (sy + ey) / 2 + h * Math.cos(a),
            ex,
            ey,
            (sx + ex) / 2 + h * Math.sin(a),
            (sy + ey) / 2 - h * Math.cos(a),
          ],
          air(s, look(tones, t), depth),
        )
      }
    }
    footTufts(s, `${key}/${Math.round(c[0]!)}`, c[0]! - w, c[0]! + w, c[1]!)
  }
}
