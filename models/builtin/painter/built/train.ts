import { clamp, hex, mix } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { fill, rect } from '../core/shapes.ts'
import { addLamp, depthAt, formOf, type Studio } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from '../trees/broadleaf.ts'

/** A railcar inside the drawn outline: side with a row of windows when long, front when tall. */
export function paintTrain(s: Studio, p: Placed) {
  const { box: b, key, tint } = p.thing
  if (p.paths.length === 0) return
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  const r = formOf(s, key)
  const depth = depthAt(s, b.y1)
  const band = tint ?? hex(r.pick(['#ec6a34', '#3c7ac0', '#3c9a6c', '#c83c4c']))
  const body = hex('#fff0d8')
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, w, h * 0.6, 0.6)
  fill(s, p.paths, s.script.lit(body, 0.95), { to: s.script.lit(body, 0.5), depth })
  const zone = (y0: number, y1: number) => (_: number, y: number) =>
    y >= b.y0 + h * y0 && y < b.y0 + h * y1 ? 1 : 0
  fill(s, p.paths, s.script.lit(band, 0.95), { to: s.script.lit(band, 0.55), depth, clip: zone(0.56, 0.82) })
  fill(s, p.paths, s.script.lit(hex('#8a8890'), 0.7), { depth, clip: zone(0, 0.1) })
  fill(s, p.paths, s.script.lit(hex('#3c343c'), 0.4), { depth, clip: zone(0.86, 1.1) })
  const lamp = s.script.lamps > 0.4
  const glass = lamp ? hex('#ffe2a0') : s.script.lit(hex('#6a88ac'), 0.7)
  const low = lamp ? hex('#ffc070') : s.script.lit(hex('#34425c'), 0.4)
  const front = w < h * 1.25
  const n = front ? 2 : Math.round(clamp(w / (h * 0.42), 3, 26))
  for (let i = 0; i < n; i++) {
    const x0 = b.x0 + (w * (i + (front ? 0.16 : 0.14))) / n
    const x1 = b.x0 + (w * (i + (front ? 0.84 : 0.86))) / n
    const door = !front && i % 5 === 2
    fill(
      s,
      rect(x0, b.y0 + h * 0.2, x1, b.y0 + h * (door ? 0.82 : 0.5)),
      door ? s.script.lit(mix(body, band, 0.3), 0.8) : glass,
      { to: door ? s.script.lit(body, 0.5) : low, depth },
    )
    if (door)
      fill(s, rect(x0 + (x1 - x0) * 0.2, b.y0 + h * 0.22, x1 - (x1 - x0) * 0.2, b.y0 + h * 0.5), glass, {
        to: low,
        depth,
      })
  }
  stroke(
    s.pic,
    [b.x0, b.y0 + h * 0.55, b.x1, b.y0 + h * 0.55],
    Math.max(1, h * 0.02),
    s.script.lit(hex('#fffaf0'), 1),
    0.6,
  )
  if (front)
    for (const k of [0.18, 0.82]) {
      const [x, y] = [b.x0 + w * k, b.y0 + h * 0.7]
      fill(s, rect(x - w * 0.06, y - w * 0.05, x + w * 0.06, y + w * 0.05), hex('#fff8e0'))
      addLamp(s, x, y, w * 0.3, hex('#ffe0a0'), 0.4 + 0.5 * s.script.lamps)
    }
  else if (lamp) addLamp(s, (b.x0 + b.x1) / 2, b.y0 + h * 0.36, w * 0.4, hex('#ffc880'), 0.22, h * 0.5)
}
