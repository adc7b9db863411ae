import type { Box } from '../read/lines.ts'
import { cover, type Path } from './mask.ts'
import type { Studio } from './studio.ts'

/** Lets what is placed on a box (windows, boards) lie on the drawn, slanted face instead. */
export type Warp = {
  /** Where a height in the box comes to lie over column x. */
  y(x: number, y: number): number
  /** 0 at the face's upper edge over column x, 1 at its lower one. */
  v(x: number, y: number): number
  path(p: Path): Path
}

export function warpOf(s: Studio, shape: Path[], b: Box): Warp {
  const m = cover(shape, s.w, s.h)
  const w = m?.w ?? 1
  const top = new Float32Array(w).fill(b.y0)
  const bottom = new Float32Array(w).fill(b.y1)
  if (m)
    for (let x = 0; x < m.w; x++) {
      let [a, z] = [-1, -1]
      for (let y = 0; y < m.h; y++)
        if (m.a[y * m.w + x]! > 0.5) {
          if (a < 0) a = y
          z = y
        }
      if (a < 0) continue
      top[x] = m.y0 + a
      bottom[x] = m.y0 + z + 1
    }
  const at = (x: number) => Math.min(w - 1, Math.max(0, Math.round(x - (m?.x0 ?? 0))))
  const high = Math.max(b.y1 - b.y0, 1)
  const y = (x: number, v: number) => {
    const i = at(x)
    return top[i]! + ((v - b.y0) / high) * (bottom[i]! - top[i]!)
  }
  return {
    y,
    v: (x, py) => {
      const i = at(x)
      return (py - top[i]!) / Math.max(bottom[i]! - top[i]!, 1)
    },
    path: (p) => p.map((v, i) => (i % 2 ? y(p[i - 1]!, v) : v)),
  }
}
