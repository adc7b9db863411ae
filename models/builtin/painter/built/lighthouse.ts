import { hex, mix } from '../core/colour.ts'
import { fill, rect } from '../core/shapes.ts'
import { addLamp, depthAt, type Studio } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'

/** White with red bands; gallery, lamp room and cap in the upper sixth of the drawn outline. */
export function paintLighthouse(s: Studio, p: Placed) {
  const b = p.thing.box
  const h = b.y1 - b.y0
  const x = (b.x0 + b.x1) / 2
  const shape =
    p.paths.length > 0
      ? p.paths
      : [[x - h * 0.09, b.y1, x + h * 0.09, b.y1, x + h * 0.06, b.y0, x - h * 0.06, b.y0]]
  const depth = depthAt(s, b.y1)
  const white = s.script.lit(hex('#fff2e4'), 0.95)
  const dim = s.script.lit(hex('#c0a8b0'), 0.25)
  const right = s.light[0] > 0
  fill(s, shape, right ? dim : white, { to: right ? white : dim, across: true, depth })
  const red = p.thing.tint ? mix(hex('#c8584a'), p.thing.tint, 0.6) : hex('#c8584a')
  const [redA, redB] = [s.script.lit(red, 0.95), s.script.lit(red, 0.15)]
  for (const [y0, y1] of [
    [0.3, 0.45],
    [0.62, 0.78],
  ] as const) {
    const clip = (_: number, y: number) => (y > b.y0 + h * y0 && y < b.y0 + h * y1 ? 1 : 0)
    fill(s, shape, right ? redB : redA, { to: right ? redA : redB, across: true, depth, clip })
  }
  const top = (_: number, y: number) => (y < b.y0 + h * 0.16 ? 1 : 0)
  fill(s, shape, s.script.lit(hex('#5a4870'), 0.4), { depth, clip: top })
  const lampY = b.y0 + h * 0.115
  const w = (b.x1 - b.x0) * 0.3
  const on = s.script.lamps > 0.3
  fill(
    s,
    rect(x - w * 0.8, b.y0 + h * 0.075, x + w * 0.8, b.y0 + h * 0.15),
    on ? hex('#ffe6a8') : s.script.lit(hex('#9cc4d8'), 0.9),
    { depth },
  )
  fill(s, shape, s.script.lit(hex('#b04a44'), 0.85), { depth, clip: (_, y) => (y < b.y0 + h * 0.07 ? 1 : 0) })
  fill(
    s,
    rect(x - w * 1.35, b.y0 + h * 0.155, x + w * 1.35, b.y0 + h * 0.175),
    s.script.lit(hex('#4a4058'), 0.6),
    { depth },
  )
  for (const k of [0.36, 0.55, 0.85])
    fill(
      s,
      rect(x - w * 0.22, b.y0 + h * k, x + w * 0.22, b.y0 + h * (k + 0.035)),
      s.script.lit(hex('#3a3c54'), 0.4),
      { depth },
    )
  if (!on) return
  addLamp(s, x, lampY, h * 0.12, hex('#ffe2a0'), 0.95)
  for (const side of [-1, 1]) addLamp(s, x + side * h * 0.5, lampY, h * 0.5, hex('#ffe8b8'), 0.2, h * 0.05)
}
