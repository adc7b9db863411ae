/** Three box passes stand for a Gaussian; running sums, so cost does not depend on the radius. */
export function blur(a: Float32Array, w: number, h: number, sigma: number): Float32Array {
  if (sigma < 0.3) return a
  // Box widths whose three-fold convolution has this sigma.
  const ideal = Math.sqrt(4 * sigma * sigma + 1)
  const low = Math.max(1, Math.floor(ideal) - ((Math.floor(ideal) + 1) % 2))
  const share = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4))
  let out: Float32Array = a.slice()
  const spare = new Float32Array(Math.max(w * h, 1))
  for (let pass = 0; pass < 3; pass++) {
    const r = ((pass < share ? low : low + 2) - 1) / 2
    if (r < 1) continue
    boxRows(out, spare, w, h, r)
    boxColumns(spare, out, w, h, r)
  }
  if (sigma < 0.8) out = soften(out, spare, w, h, sigma)
  return out
}

/** Under one pixel a box cannot do it: a 3-tap kernel. */
function soften(a: Float32Array, spare: Float32Array, w: number, h: number, sigma: number): Float32Array {
  const k = Math.min(0.25, (sigma * sigma) / 2)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const i = y * w + x
      spare[i] = a[i]! * (1 - 2 * k) + k * (a[x > 0 ? i - 1 : i]! + a[x < w - 1 ? i + 1 : i]!)
    }
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const i = y * w + x
      a[i] = spare[i]! * (1 - 2 * k) + k * (spare[y > 0 ? i - w : i]! + spare[y < h - 1 ? i + w : i]!)
    }
  return a
}

export function boxRows(from: Float32Array, to: Float32Array, w: number, h: number, r: number) {
  const k = 1 / (2 * r + 1)
  for (let y = 0; y < h; y++) {
    const row = y * w
    let sum = from[row]! * (r + 1)
    for (let x = 1; x <= r; x++) sum += from[row + Math.min(x, w - 1)]!
    for (let x = 0; x < w; x++) {
      to[row + x] = sum * k
      sum += from[row + Math.min(x + r + 1, w - 1)]! - from[row + Math.max(x - r, 0)]!
    }
  }
}

export function boxColumns(from: Float32Array, to: Float32Array, w: number, h: number, r: number) {
  const k = 1 / (2 * r + 1)
  const sum = new Float32Array(w)
  for (let x = 0; x < w; x++) sum[x] = from[x]! * (r + 1)
  for (let y = 1; y <= r; y++) {
    const row = Math.min(y, h - 1) * w
    for (let x = 0; x < w; x++) sum[x]! += from[row + x]!
  }
  for (let y = 0; y < h; y++) {
    const inn = Math.min(y + r + 1, h - 1) * w
    const out = Math.max(y - r, 0) * w
    const row = y * w
    for (let x = 0; x < w; x++) {
      to[row + x] = sum[x]! * k
      sum[x]! += from[inn + x]! - from[out + x]!
    }
  }
}

export type Small = { w: number; h: number; a: Float32Array }

/** Area average over k x k pixels. */
export function shrink(a: Float32Array, w: number, h: number, k: number): Small {
  const sw = Math.max(1, Math.ceil(w / k))
  const sh = Math.max(1, Math.ceil(h / k))
  const out = new Float32Array(sw * sh)
  const count = new Float32Array(sw * sh)
  for (let y = 0; y < h; y++) {
    const row = Math.floor(y / k) * sw
    for (let x = 0; x < w; x++) {
      const i = row + Math.floor(x / k)
      out[i]! += a[y * w + x]!
      count[i]! += 1
    }
  }
  for (let i = 0; i < out.length; i++) out[i]! /= count[i]!
  return { w: sw, h: sh, a: out }
}

/** Bilinear value of a shrunken plane at full-size x, y. */
export function sampleSmall(s: Small, k: number, x: number, y: number): number {
  const u = Math.min(Math.max((x + 0.5) / k - 0.5, 0), s.w - 1)
  const v = Math.min(Math.max((y + 0.5) / k - 0.5, 0), s.h - 1)
  const x0 = Math.floor(u)
  const y0 = Math.floor(v)
  const x1 = Math.min(x0 + 1, s.w - 1)
  const y1 = Math.min(y0 + 1, s.h - 1)
  const fx = u - x0
  const a = s.a[y0 * s.w + x0]! * (1 - fx) + s.a[y0 * s.w + x1]! * fx
  const b = s.a[y1 * s.w + x0]! * (1 - fx) + s.a[y1 * s.w + x1]! * fx
  return a + (b - a) * (v - y0)
}

/** A wide blur at quarter size (over about 8 px nothing is lost). */
export function wideBlur(a: Float32Array, w: number, h: number, sigma: number): Float32Array {
  if (sigma <= 8) return blur(a, w, h, sigma)
  const k = 4
  const small = shrink(a, w, h, k)
  small.a = blur(small.a, small.w, small.h, sigma / k)
  const out = new Float32Array(w * h)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) out[y * w + x] = sampleSmall(small, k, x, y)
  return out
}
