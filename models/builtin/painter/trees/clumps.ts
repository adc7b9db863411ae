import { blur } from '../core/blur.ts'
import { smooth } from '../core/colour.ts'
import { cover, grow, type Mask, type Path } from '../core/mask.ts'
import type { Puff } from '../core/puffs.ts'
import type { Rand } from '../core/rand.ts'
import { grain, type Studio } from '../core/studio.ts'
import { inscribed, insideAt, insideOf } from '../read/circles.ts'

export type Crown = { mask: Mask; puffs: Puff[]; size: number }

/** The drawn outline with its edge broken into clumps; it wanders by a few hundredths of the crown. */
function ragged(s: Studio, drawn: Mask, r: Rand): Mask {
  const size = Math.min(drawn.w, drawn.h)
  const sigma = size * (0.022 + 0.02 * (1 - s.follow))
  const m = grow(drawn, Math.ceil(sigma * 2), s.w, s.h)
  const soft = blur(m.a, m.w, m.h, sigma)
  const place = r.range(1, 60)
  const cell = (size / s.u) * 0.17
  for (let j = 0; j < m.h; j++)
    for (let i = 0; i < m.w; i++) {
      const k = j * m.w + i
      const v = soft[k]!
      m.a[k] =
        v < 0.02 || v > 0.98
          ? v
          : smooth(v + 0.24 * grain(s, m.x0 + i, m.y0 + j, cell, cell, place), 0.4, 0.6)
    }
  return m
}

/** Clumps of leaves inside an outline: large ones fill it, smaller ones stand out in front. */
export function clumpsIn(s: Studio, shape: Path[], r: Rand): Crown | null {
  const drawn = cover(shape, s.w, s.h)
  if (!drawn || drawn.w < 3 || drawn.h < 3) return null
  const mask = ragged(s, drawn, r)
  const inside = insideOf(mask, 110)
  const puffs: Puff[] = []
  const size = Math.max(mask.w, mask.h)
  const wide = Math.min(mask.w, mask.h)
  for (const c of inscribed(inside, 40, size * 0.03))
    puffs.push({ x: c.x, y: c.y, rx: c.r * 0.95, ry: c.r * 0.92, z: -c.r * 0.75 })
  const n = Math.round(Math.min(90, Math.max(10, (mask.w * mask.h) / (wide * wide * 0.028))))
  for (let i = 0; i < n * 3 && puffs.length < n + 40; i++) {
    const x = mask.x0 + r.next() * mask.w
    const y = mask.y0 + r.next() * mask.h
    const room = insideAt(inside, x, y)
    const q = Math.min(wide * 0.18 * r.range(0.7, 1.25), room + wide * 0.045)
    if (room < wide * 0.04) continue
    puffs.push({
      x,
      y,
      rx: q * 1.2,
      ry: q * 0.92,
      z: Math.max(0, wide * 0.3 - q) * r.range(0.2, 1) + room * 0.5,
    })
  }
  return { mask, puffs, size }
}
