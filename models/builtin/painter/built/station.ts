import { clamp, hex, mix } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { fill, rect } from '../core/shapes.ts'
import { depthAt, formOf, type Studio, touchOf } from '../core/studio.ts'
import { warpOf } from '../core/warp.ts'
import { footTufts } from '../land/tufts.ts'
import { boxOf, joinBoxes } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from '../trees/broadleaf.ts'
import { beamsOf, paintBeam, straight } from './beams.ts'
import { paintOpening } from './opening.ts'

/** Share of the height that is roof. */
const ROOF = 0.3

/** A country station: wooden walls, a long low roof, wide windows; all of it on the drawn, slanted face. */
export function paintStation(s: Studio, p: Placed) {
  const { box } = p.thing
  const paths = p.paths.length > 0 ? p.paths : [rect(box.x0, box.y0, box.x1, box.y1)]
  const b = joinBoxes(paths.map(boxOf))
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  const r = formOf(s, p.thing.key)
  const depth = depthAt(s, b.y1)
  const wall = hex(r.pick(['#c8a27c', '#b8947a', '#d8c4a4']))
  const roof = p.thing.tint ?? hex(r.pick(['#a85a44', '#6a6a7c', '#7a4a44']))
  const warp = warpOf(s, paths, b)
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, w, h, 0.6)
  fill(s, paths, s.script.lit(wall, 0.8), { to: s.script.lit(wall, 0.65), depth, texture: 0.05 })
  const board = s.script.lit(hex('#5a4038'), 0.4)
  const upright = (x: number) => warp.path([x, b.y0 + h * ROOF, x, b.y1])
  for (let x = b.x0 + 2; x < b.x1 - 1; x += Math.max(4 * s.u, w / 40))
    stroke(s.pic, upright(x), 0.9 * s.u, board, 0.35)
  const shade = s.script.lit(mix(wall, hex('#2a2440'), 0.5), 0.1)
  fill(s, paths, shade, {
    depth,
    alpha: 0.7,
    clip: (x, y) => (warp.v(x, y) < ROOF ? 0 : clamp(1 - (warp.v(x, y) - ROOF) / 0.16)),
  })
  const touch = touchOf(s, p.thing.key)
  const n = clamp(Math.round(w / Math.max(h * 0.62, 1)), 2, 24)
  const doorAt = Math.floor(n / 2)
  for (let i = 0; i < n; i++) {
    const x = b.x0 + (w * (i + 0.5)) / n
    const half = (w / n) * 0.33
    const door = i === doorAt
    const box = {
      x0: x - half * (door ? 0.7 : 1),
      x1: x + half * (door ? 0.7 : 1),
      y0: b.y0 + h * 0.42,
      y1: b.y0 + h * (door ? 1 : 0.74),
    }
    paintOpening(s, { box, door }, { timber: hex('#5a3c34'), depth, shutters: null, warp }, touch)
  }
  fill(s, paths, s.script.lit(roof, 0.95), {
    to: s.script.lit(roof, 0.6),
    depth,
    texture: 0.07,
    clip: (x, y) => (warp.v(x, y) <= ROOF ? 1 : 0),
  })
  const groove = s.script.lit(mix(roof, hex('#2a1c28'), 0.5), 0.4)
  for (const q of [0.08, 0.15, 0.22])
    stroke(s.pic, warp.path(row(b.x0, b.x1, b.y0 + h * q)), 0.9 * s.u, groove, 0.35)
  const eave = rect(b.x0 - w * 0.02, b.y0 + h * (ROOF - 0.03), b.x1 + w * 0.02, b.y0 + h * (ROOF + 0.02))
  fill(s, warp.path(eave), s.script.lit(hex('#ffd8a8'), 0.85), {
    to: s.script.lit(hex('#8a6a5c'), 0.5),
    depth,
  })
  for (const q of beamsOf(p.thing.lines)) {
    if (paths.includes(q.path)) continue
    paintBeam(s, q.upright ? straight(q.path) : q.path, Math.max(1.6 * s.u, h * 0.025), hex('#6a4438'), depth)
  }
  footTufts(s, p.thing.key, b.x0, b.x1, Math.min(warp.y(b.x0 + 2, b.y1), warp.y(b.x1 - 2, b.y1)))
}

const row = (x0: number, x1: number, y: number) =>
  Array.from({ length: 17 }, (_, i) => [x0 + ((x1 - x0) * i) / 16, y]).flat()
