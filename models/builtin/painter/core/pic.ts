import type { RGB } from './colour.ts'

/** The painting while it is made: float planes, 0..1 (light may pass 1 before the finish). */
export type Pic = { w: number; h: number; r: Float32Array; g: Float32Array; b: Float32Array }

export type Pixels = { width: number; height: number; data: Uint8ClampedArray }

export const newPic = (w: number, h: number): Pic => ({
  w,
  h,
  r: new Float32Array(w * h),
  g: new Float32Array(w * h),
  b: new Float32Array(w * h),
})

export const copyPic = (p: Pic): Pic => ({ w: p.w, h: p.h, r: p.r.slice(), g: p.g.slice(), b: p.b.slice() })

export function put(p: Pic, i: number, c: RGB, a: number) {
  p.r[i]! += (c[0] - p.r[i]!) * a
  p.g[i]! += (c[1] - p.g[i]!) * a
  p.b[i]! += (c[2] - p.b[i]!) * a
}

/** To 8 bits with +-0.5 of dither per channel: skies do not band. */
export function toPixels(p: Pic): Pixels {
  const n = p.w * p.h
  const data = new Uint8ClampedArray(n * 4)
  let s = 0x2545f491
  for (let i = 0, j = 0; i < n; i++, j += 4) {
    s ^= s << 13
    s ^= s >>> 17
    s ^= s << 5
    // The array rounds to nearest by itself.
    data[j] = p.r[i]! * 255 + (s & 1023) / 1023 - 0.5
    data[j + 1] = p.g[i]! * 255 + ((s >>> 10) & 1023) / 1023 - 0.5
    data[j + 2] = p.b[i]! * 255 + ((s >>> 20) & 1023) / 1023 - 0.5
    data[j + 3] = 255
  }
  return { width: p.w, height: p.h, data }
}
