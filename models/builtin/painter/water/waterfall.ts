import { clamp, hex, look } from '../core/colour.ts'
import { cover } from '../core/mask.ts'
import { addLamp, depthAt, formOf, grain, mass, type Studio } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'

/** Falling water: bright strands, blue between them, mist at the foot. */
export function paintWaterfall(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  const { box: b } = p.thing
  const o = formOf(s, p.thing.key).range(1, 60)
  const table = s.script.tones(['#4f86ac', '#86b8d4', '#c4e2f0', '#f4fbff', '#ffffff'], 1.05)
  const h = Math.max(b.y1 - b.y0, 1)
  mass(
    s,
    m,
    table,
    (x, y) => {
      const v = (y - b.y0) / h
      const strand =
        grain(s, x + 3 * s.u * Math.sin(y / (40 * s.u)), y, 9, 150, o) * 0.2 +
        grain(s, x, y, 4, 60, o + 2) * 0.1
      return 0.55 + strand + 0.3 * clamp((v - 0.82) / 0.18) - 0.1 * clamp(1 - v * 8)
    },
    { depth: depthAt(s, p.base) * 0.6, steps: 5, keep: 0.4, brush: 0.02 },
  )
  const mist = look(table, 0.9)
  const w = b.x1 - b.x0
  for (const k of [-0.35, 0, 0.35])
    addLamp(
      s,
      (b.x0 + b.x1) / 2 + w * k,
      b.y1,
      w * 0.42,
      mist,
      0.4 * (s.script.hour === 'night' ? 0.5 : 1),
      h * 0.09,
    )
  addLamp(s, (b.x0 + b.x1) / 2, b.y1 - h * 0.08, w * 0.6, hex('#dcecf8'), 0.14, h * 0.16)
}
