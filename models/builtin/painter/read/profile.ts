import type { Path } from '../core/mask.ts'

/** The topmost height of lines over every column; NaN where there is none. */
export type Profile = Float32Array

export function profile(paths: Path[], w: number): Profile {
  const top = new Float32Array(w).fill(Number.NaN)
  for (const p of paths)
    for (let i = 0; i + 3 < p.length; i += 2) {
      let [ax, ay, bx, by] = [p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!]
      if (ax > bx) [ax, ay, bx, by] = [bx, by, ax, ay]
      const from = Math.max(0, Math.floor(ax))
      const to = Math.min(w - 1, Math.floor(bx))
      for (let x = from; x <= to; x++) {
        const y =
          bx - ax < 1 ? Math.min(ay, by) : ay + (by - ay) * Math.min(Math.max((x - ax) / (bx - ax), 0), 1)
        if (!(top[x]! <= y)) top[x] = y
      }
    }
  return bridgeGaps(top)
}

export function bridgeGaps(top: Profile): Profile {
  let last = -1
  for (let x = 0; x < top.length; x++) {
    if (Number.isNaN(top[x]!)) continue
    if (last >= 0 && x - last > 1)
      for (let k = last + 1; k < x; k++)
        top[k] = top[last]! + ((top[x]! - top[last]!) * (k - last)) / (x - last)
    last = x
  }
  return top
}

export function spanOf(top: Profile): [number, number] | null {
  let [x0, x1] = [-1, -1]
  for (let x = 0; x < top.length; x++)
    if (!Number.isNaN(top[x]!)) {
      if (x0 < 0) x0 = x
      x1 = x
    }
  return x0 < 0 ? null : [x0, x1]
}

/** A line that nearly reaches the edges of the page means to: carried on to them. */
export function extended(top: Profile, reach: number): Profile {
  const span = spanOf(top)
  if (!span) return top
  const w = top.length
  const wide = span[1] - span[0] > w * 0.55
  const out = top.slice()
  if (span[0] < reach || wide) out.fill(top[span[0]]!, 0, span[0])
  if (w - 1 - span[1] < reach || wide) out.fill(top[span[1]]!, span[1] + 1)
  return out
}

/** The area under a profile down to `bottom`. */
export function under(top: Profile, bottom: number): Path {
  const span = spanOf(top)
  if (!span) return []
  const out: Path = []
  const w = top.length
  for (let x = span[0]; x <= span[1]; x++) out.push(x + 0.5, top[x]!)
  // To the very edge, so that no column is half covered.
  if (span[0] === 0) out.unshift(-2, top[0]!)
  if (span[1] === w - 1) out.push(w + 2, top[w - 1]!)
  out.push(out.at(-2)!, bottom, out[0]!, bottom)
  return out
}

export function meanOf(top: Profile): number {
  let [sum, n] = [0, 0]
  for (const y of top)
    if (!Number.isNaN(y)) {
      sum += y
      n++
    }
  return n > 0 ? sum / n : Number.NaN
}

/** Smooths over a window of `r` columns; keeps NaN where there is nothing. */
export function smoothed(top: Profile, r: number): Profile {
  const out = top.slice()
  for (let x = 0; x < top.length; x++) {
    let [sum, n] = [0, 0]
    for (let k = Math.max(0, x - r); k <= Math.min(top.length - 1, x + r); k++)
      if (!Number.isNaN(top[k]!)) {
        sum += top[k]!
        n++
      }
    if (n > 0 && !Number.isNaN(top[x]!)) out[x] = sum / n
  }
  return out
}
