import { hex, look, mix, type RGB } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import type { Rand } from '../core/rand.ts'
import { fill, rect } from '../core/shapes.ts'
import { addLamp, type Studio } from '../core/studio.ts'
import type { Warp } from '../core/warp.ts'
import type { Box } from '../read/lines.ts'

export type Opening = { box: Box; door: boolean }
export type Frame = { timber: RGB; depth: number; shutters: RGB | null; warp: Warp }

/** A door, or a window: lit from inside at night, a piece of sky by day. */
export function paintOpening(s: Studio, o: Opening, f: Frame, r: Rand) {
  const { box: b, door } = o
  const { depth, warp } = f
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  const lamp = !door && r.next() < s.script.lamps
  const frame = s.script.lit(f.timber, 0.5)
  const flat = (x0: number, y0: number, x1: number, y1: number) => warp.path(rect(x0, y0, x1, y1))
  const shape = flat(b.x0, b.y0, b.x1, b.y1)
  if (f.shutters && !door && w > 6 * s.u)
    for (const x of [b.x0 - w * 0.32, b.x1])
      fill(s, flat(x, b.y0, x + w * 0.32, b.y1), s.script.lit(f.shutters, 0.8), { depth })
  const pad = Math.max(0.8 * s.u, w * 0.07)
  fill(s, flat(b.x0 - pad, b.y0 - pad, b.x1 + pad, b.y1 + (door ? 0 : pad)), frame, { depth })
  if (door) {
    fill(s, shape, s.script.lit(mix(f.timber, hex('#a8703c'), 0.4), 0.7), {
      to: s.script.lit(f.timber, 0.6),
      depth,
      texture: 0.1,
    })
    return
  }
  if (lamp) fill(s, shape, hex('#ffd884'), { to: hex('#ffa848'), depth: depth * 0.5, texture: 0.02 })
  else paintGlass(s, b, f, shape)
  if (w > 5 * s.u) {
    const thick = Math.max(0.9 * s.u, w * 0.06)
    const x = (b.x0 + b.x1) / 2
    stroke(s.pic, warp.path([x, b.y0, x, b.y1]), thick, frame, 0.9)
    stroke(s.pic, warp.path([b.x0, b.y0 + h * 0.45, b.x1, b.y0 + h * 0.45]), thick, frame, 0.9)
  }
  if (lamp)
    addLamp(
      s,
      (b.x0 + b.x1) / 2,
      warp.y((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2),
      Math.max(w, h) * 1.5,
      hex('#ffb458'),
      0.3,
    )
  else
    stroke(
      s.pic,
      warp.path([b.x0 - pad, b.y1 + pad, b.x1 + pad, b.y1 + pad]),
      Math.max(s.u, h * 0.06),
      s.script.lit(hex('#f4ece0'), 0.9),
      0.8,
    )
}

function paintGlass(s: Studio, b: Box, f: Frame, shape: number[]) {
  const w = b.x1 - b.x0
  const sky = mix(look(s.script.sky, 0.88), s.script.lit(hex('#31405c'), 0.5), 0.62)
  fill(s, shape, sky, { to: s.script.lit(hex('#2c3850'), 0.4), depth: f.depth, texture: 0.02 })
  if (w < 5 * s.u) return
  const shine = f.warp.path([b.x0, b.y0, b.x0 + w * 0.5, b.y0, b.x0 + w * 0.15, b.y1, b.x0, b.y1])
  fill(s, shine, mix(sky, [1, 1, 1], 0.25), { depth: f.depth, alpha: 0.5 })
}
