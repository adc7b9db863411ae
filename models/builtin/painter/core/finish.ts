import { blur, type Small, sampleSmall, shrink } from './blur.ts'
import { clamp, smooth } from './colour.ts'
import type { Pic } from './pic.ts'
import type { Studio } from './studio.ts'

/** Bloom of what is brighter than the threshold, wholly at quarter size. */
function bloomOf(p: Pic, threshold: number, u: number): [Small, Small, Small] {
  const k = 4
  const { w, h } = p
  const planes = [new Float32Array(w * h), new Float32Array(w * h), new Float32Array(w * h)] as const
  for (let i = 0; i < w * h; i++) {
    const most = Math.max(p.r[i]!, p.g[i]!, p.b[i]!)
    if (most <= threshold) continue
    const a = smooth(most, threshold, 1.05)
    planes[0][i] = Math.min(p.r[i]!, 1.5) * a
    planes[1][i] = Math.min(p.g[i]!, 1.5) * a
    planes[2][i] = Math.min(p.b[i]!, 1.5) * a
  }
  return planes.map((plane) => {
    const small = shrink(plane, w, h, k)
    const near = blur(small.a, small.w, small.h, (4 / k) * u)
    const mid = blur(small.a, small.w, small.h, (14 / k) * u)
    const far = blur(small.a, small.w, small.h, (46 / k) * u)
    const sum = new Float32Array(near.length)
    for (let i = 0; i < sum.length; i++) sum[i] = near[i]! * 0.3 + mid[i]! * 0.36 + far[i]! * 0.4
    return { ...small, a: sum }
  }) as [Small, Small, Small]
}

/** Bloom, crispness, saturation, a soft curve, corners, grain: the same camera for every picture. */
export function finish(s: Studio) {
  const p = s.pic
  const { w, h } = p
  const { bloom, threshold, saturation, contrast } = s.script
  const light = bloomOf(p, threshold, s.u)
  const planes = [p.r, p.g, p.b]
  for (let c = 0; c < 3; c++) {
    const a = planes[c]!
    const small = light[c]!
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const i = y * w + x
        const g = sampleSmall(small, 4, x, y) * bloom
        a[i] = 1 - (1 - clamp(a[i]!)) * (1 - clamp(g))
      }
    const soft = blur(a, w, h, 1.2 * Math.min(s.u, 2))
    for (let i = 0; i < a.length; i++) a[i]! += (a[i]! - soft[i]!) * 0.22
  }
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const i = y * w + x
      const l = 0.3 * p.r[i]! + 0.59 * p.g[i]! + 0.11 * p.b[i]!
      const corner = 1 - 0.14 * ((x / w - 0.5) ** 2 + (y / h - 0.5) ** 2)
      const k = corner * (1 + 0.01 * s.brush.fine(x, y))
      for (const a of planes) {
        const v = clamp(l + (a[i]! - l) * saturation)
        a[i] = (v + contrast * (v * v * (3 - 2 * v) - v) * 2) * k
      }
    }
}
