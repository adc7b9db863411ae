import { hex, mix } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { cover, maskAt } from '../core/mask.ts'
import { fill, rect } from '../core/shapes.ts'
import { depthAt, formOf, type Studio, touchOf } from '../core/studio.ts'
import { footTufts } from '../land/tufts.ts'
import { boxOf, joinBoxes } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from '../trees/broadleaf.ts'
import { beamsOf, paintBeam, straight } from './beams.ts'
import { paintOpening } from './house.ts'

/** A country station: wooden walls, a long low roof that reaches over the platform, wide windows. */
export function paintStation(s: Studio, p: Placed) {
  if (p.paths.length === 0) return
  const b = joinBoxes(p.paths.map(boxOf))
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  const r = formOf(s, p.thing.key)
  const depth = depthAt(s, b.y1)
  const wall = hex(r.pick(['#c8a27c', '#b8947a', '#d8c4a4']))
  const roof = p.thing.tint ?? hex(r.pick(['#a85a44', '#6a6a7c', '#7a4a44']))
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, w, h, 0.6)
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  fill(s, p.paths, s.script.lit(wall, 0.8), { to: s.script.lit(wall, 0.65), depth, texture: 0.05 })
  const seam = b.y0 + h * 0.3
  const board = s.script.lit(hex('#5a4038'), 0.4)
  for (let x = b.x0; x < b.x1; x += Math.max(4 * s.u, w / 40))
    if (maskAt(m, x, seam + h * 0.2) > 0.6) stroke(s.pic, [x, seam, x, b.y1], 0.9 * s.u, board, 0.35)
  fill(s, p.paths, s.script.lit(mix(wall, hex('#2a2440'), 0.5), 0.1), {
    depth,
    alpha: 0.7,
    clip: (_, y) => (y > seam ? Math.max(0, 1 - (y - seam) / (h * 0.16)) : 0),
  })
  const touch = touchOf(s, p.thing.key)
  const n = Math.max(2, Math.round(w / (h * 0.75)))
  const doorAt = Math.floor(n / 2)
  for (let i = 0; i < n; i++) {
    const x = b.x0 + (w * (i + 0.5)) / n
    const half = (w / n) * 0.33
    const door = i === doorAt
    paintOpening(
      s,
      { box: { x0: x - half, x1: x + half, y0: b.y0 + h * 0.42, y1: door ? b.y1 : b.y0 + h * 0.74 }, door },
      hex('#5a3c34'),
      touch,
      depth,
    )
  }
  fill(s, p.paths, s.script.lit(roof, 0.95), {
    to: s.script.lit(roof, 0.6),
    depth,
    texture: 0.07,
    clip: (_, y) => (y <= seam ? 1 : 0),
  })
  for (const q of [0.1, 0.17, 0.24])
    stroke(
      s.pic,
      [b.x0, b.y0 + h * q, b.x1, b.y0 + h * q],
      0.9 * s.u,
      s.script.lit(mix(roof, hex('#2a1c28'), 0.5), 0.4),
      0.35,
    )
  fill(
    s,
    rect(b.x0 - w * 0.02, seam - h * 0.03, b.x1 + w * 0.02, seam + h * 0.02),
    s.script.lit(hex('#ffd8a8'), 0.85),
    { to: s.script.lit(hex('#8a6a5c'), 0.5), depth },
  )
  for (const q of beamsOf(p.thing.lines))
    paintBeam(s, q.upright ? straight(q.path) : q.path, Math.max(1.6 * s.u, h * 0.025), hex('#6a4438'), depth)
  footTufts(s, p.thing.key, b.x0, b.x1, b.y1)
}
