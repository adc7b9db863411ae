/** Points as x, y, x, y, ... in picture pixels. */
export type Path = number[]

/** Coverage 0..1 of a shape, only inside its own rectangle. */
export type Mask = { x0: number; y0: number; w: number; h: number; a: Float32Array }

export const maskAt = (m: Mask, x: number, y: number): number => {
  const i = Math.floor(x) - m.x0
  const j = Math.floor(y) - m.y0
  return i < 0 || j < 0 || i >= m.w || j >= m.h ? 0 : m.a[j * m.w + i]!
}

export function signedArea(p: Path): number {
  let sum = 0
  for (let i = 0, j = p.length - 2; i < p.length; j = i, i += 2) sum += p[j]! * p[i + 1]! - p[i]! * p[j + 1]!
  return sum / 2
}

function bounds(paths: Path[], w: number, h: number) {
  let [x0, y0, x1, y1] = [w, h, 0, 0]
  for (const p of paths)
    for (let i = 0; i + 1 < p.length; i += 2) {
      x0 = Math.min(x0, p[i]!)
      x1 = Math.max(x1, p[i]!)
      y0 = Math.min(y0, p[i + 1]!)
      y1 = Math.max(y1, p[i + 1]!)
    }
  x0 = Math.max(0, Math.floor(x0) - 1)
  y0 = Math.max(0, Math.floor(y0) - 1)
  return { x0, y0, w: Math.min(w, Math.ceil(x1) + 1) - x0, h: Math.min(h, Math.ceil(y1) + 1) - y0 }
}

/** Adds one edge's signed area to the accumulation rows (exact coverage, no sub-sampling). */
function edge(acc: Float32Array, w: number, h: number, ax: number, ay: number, bx: number, by: number) {
  if (ay === by) return
  const dir = ay < by ? 1 : -1
  const [x0, y0, x1, y1] = dir > 0 ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const slope = (x1 - x0) / (y1 - y0)
  const last = Math.min(h, Math.ceil(y1))
  for (let y = Math.max(0, Math.floor(y0)); y < last; y++) {
    const top = Math.max(y, y0)
    const bottom = Math.min(y + 1, y1)
    const d = (bottom - top) * dir
    if (d === 0) continue
    const xa = x0 + (top - y0) * slope
    const xb = x0 + (bottom - y0) * slope
    spread(acc, y * (w + 2), w, Math.min(xa, xb), Math.max(xa, xb), d)
  }
}

function spread(acc: Float32Array, row: number, w: number, from: number, to: number, d: number) {
  const a = from < 0 ? 0 : from > w ? w : from
  const b = to < 0 ? 0 : to > w ? w : to
  const i0 = Math.floor(a)
  const i1 = Math.ceil(b)
  if (i1 <= i0 + 1) {
    const mid = (a + b) / 2 - i0
    acc[row + i0]! += d * (1 - mid)
    acc[row + i0 + 1]! += d * mid
    return
  }
  const s = 1 / (b - a)
  const f0 = a - i0
  const first = 0.5 * s * (1 - f0) * (1 - f0)
  const f1 = b - i1 + 1
  const last = 0.5 * s * f1 * f1
  acc[row + i0]! += d * first
  if (i1 === i0 + 2) {
    acc[row + i0 + 1]! += d * (1 - first - last)
  } else {
    const second = s * (1.5 - f0)
    acc[row + i0 + 1]! += d * (second - first)
    for (let i = i0 + 2; i < i1 - 1; i++) acc[row + i]! += d * s
    const sum = second + (i1 - i0 - 3) * s
    acc[row + i1 - 1]! += d * (1 - sum - last)
  }
  acc[row + i1]! += d * last
}

/** The union of closed paths, clipped to a w x h picture; null when nothing of it is on the picture. */
export function cover(paths: Path[], w: number, h: number): Mask | null {
  const box = bounds(paths, w, h)
  if (box.w <= 0 || box.h <= 0) return null
  const acc = new Float32Array((box.w + 2) * box.h)
  for (const p of paths) {
    if (p.length < 6) continue
    // One winding for all, so that overlaps add up instead of cancelling.
    const flip = signedArea(p) < 0
    for (let i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
      const [a, b] = flip ? [i, j] : [j, i]
      edge(acc, box.w, box.h, p[a]! - box.x0, p[a + 1]! - box.y0, p[b]! - box.x0, p[b + 1]! - box.y0)
    }
  }
  const out = new Float32Array(box.w * box.h)
  for (let y = 0; y < box.h; y++) {
    let sum = 0
    for (let x = 0; x < box.w; x++) {
      sum += acc[y * (box.w + 2) + x]!
      const v = sum < 0 ? -sum : sum
      out[y * box.w + x] = v > 1 ? 1 : v < 1e-4 ? 0 : v
    }
  }
  return { ...box, a: out }
}

/** Same coverage over a rectangle grown by `by` pixels (room for blurs). */
export function grow(m: Mask, by: number, w: number, h: number): Mask {
  const x0 = Math.max(0, m.x0 - by)
  const y0 = Math.max(0, m.y0 - by)
  const mw = Math.min(w, m.x0 + m.w + by) - x0
  const mh = Math.min(h, m.y0 + m.h + by) - y0
  const a = new Float32Array(mw * mh)
  for (let y = 0; y < m.h; y++) a.set(m.a.subarray(y * m.w, (y + 1) * m.w), (y + m.y0 - y0) * mw + m.x0 - x0)
  return { x0, y0, w: mw, h: mh, a }
}
