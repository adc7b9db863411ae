import { cover, type Mask, type Path } from '../core/mask.ts'
import type { Puff } from '../core/puffs.ts'
import type { Rand } from '../core/rand.ts'
import type { Studio } from '../core/studio.ts'
import { inscribed, insideAt, insideOf } from '../read/circles.ts'

export type Crown = { mask: Mask; puffs: Puff[]; size: number }

/** Clumps of leaves inside an outline: large ones fill it, smaller ones stand out in front. */
export function clumpsIn(s: Studio, shape: Path[], r: Rand): Crown | null {
  const mask = cover(shape, s.w, s.h)
  if (!mask || mask.w < 3 || mask.h < 3) return null
  const inside = insideOf(mask, 110)
  const puffs: Puff[] = []
  const size = Math.max(mask.w, mask.h)
  const wide = Math.min(mask.w, mask.h)
  for (const c of inscribed(inside, 40, size * 0.03))
    puffs.push({ x: c.x, y: c.y, rx: c.r * 0.95, ry: c.r * 0.92, z: -c.r * 0.3 })
  const n = Math.round(Math.min(90, Math.max(10, (mask.w * mask.h) / (wide * wide * 0.028))))
  for (let i = 0; i < n * 3 && puffs.length < n + 40; i++) {
    const x = mask.x0 + r.next() * mask.w
    const y = mask.y0 + r.next() * mask.h
    const room = insideAt(inside, x, y)
    const q = Math.min(wide * 0.18 * r.range(0.7, 1.25), room + wide * 0.03)
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
