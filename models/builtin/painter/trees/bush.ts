import { dab } from '../core/marks.ts'
import { air, depthAt, formOf, type Studio, touchOf } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow, leafPair } from './broadleaf.ts'
import { clumpsIn } from './clumps.ts'
import { paintLeaves } from './leaves.ts'

export function paintBush(s: Studio, p: Placed) {
  const { box, key, tint } = p.thing
  const high = box.y1 - box.y0
  const form = formOf(s, key)
  const crown = clumpsIn(s, p.paths, form)
  if (!crown) return
  castShadow(s, (box.x0 + box.x1) / 2, box.y1, box.x1 - box.x0, high * 1.2, 0.5)
  const green = tint && tint[1] > tint[0]
  const [a, b] = leafPair(s, 'bush', form, green ? tint : null)
  const depth = depthAt(s, p.base)
  const touch = touchOf(s, key)
  paintLeaves(
    s,
    crown.mask,
    crown.puffs,
    { a, b, size: Math.max(high * 0.05, 2.2 * s.u), density: 1.1, tone: 0.45, depth, under: 0.3, gaps: 0 },
    touch,
  )
  if (!tint || green) return
  // A bush drawn in red, pink or white is in flower.
  const c = air(s, s.script.lit(tint, 0.95), depth)
  const light = air(
    s,
    s.script.lit([Math.min(1, tint[0] + 0.25), Math.min(1, tint[1] + 0.25), Math.min(1, tint[2] + 0.25)], 1),
    depth,
  )
  const { mask: m } = crown
  for (let i = 0; i < m.a.length / (26 * s.u * s.u); i++) {
    const k = Math.floor(touch.next() * m.a.length)
    if (m.a[k]! < 0.6) continue
    const size = touch.range(1.2, 2.6) * s.u
    dab(
      s.pic,
      m.x0 + (k % m.w),
      m.y0 + Math.floor(k / m.w),
      size,
      size * 0.8,
      touch.next() * 3,
      touch.chance(0.5) ? c : light,
    )
  }
}
