import { type Path, signedArea } from '../core/mask.ts'
import { boxOf, type Line } from './lines.ts'

const gapOf = (a: Path, b: Path) => Math.hypot(a.at(-2)! - b[0]!, a.at(-1)! - b[1]!)

export function reversed(p: Path): Path {
  const out: Path = []
  for (let i = p.length - 2; i >= 0; i -= 2) out.push(p[i]!, p[i + 1]!)
  return out
}

/** Joins fragments end to end while the next end is near. */
export function chains(paths: Path[], reach: number): Path[] {
  const rest = paths.map((p) => p.slice())
  for (;;) {
    let best: { i: number; j: number; gap: number; joined: Path } | null = null
    for (let i = 0; i < rest.length; i++)
      for (let j = i + 1; j < rest.length; j++) {
        const [a, b] = [rest[i]!, rest[j]!]
        const ways = [
          [a, b],
          [a, reversed(b)],
          [reversed(a), b],
          [b, a],
        ] as const
        for (const [p, q] of ways) {
          const gap = gapOf(p, q)
          if (gap < reach && (!best || gap < best.gap)) best = { i, j, gap, joined: [...p, ...q] }
        }
      }
    if (!best) return rest
    rest[best.i] = best.joined
    rest.splice(best.j, 1)
  }
}

/** Star-shaped outline of scattered points: the farthest in each direction from their middle. */
export function radialHull(paths: Path[], bins = 56): Path {
  let [cx, cy, n] = [0, 0, 0]
  for (const p of paths)
    for (let i = 0; i + 1 < p.length; i += 2) {
      cx += p[i]!
      cy += p[i + 1]!
      n++
    }
  cx /= n
  cy /= n
  const far = new Float64Array(bins)
  for (const p of paths)
    for (let i = 0; i + 1 < p.length; i += 2) {
      const a = Math.atan2(p[i + 1]! - cy, p[i]! - cx)
      const k = Math.floor(((a + Math.PI) / (2 * Math.PI)) * bins) % bins
      far[k] = Math.max(far[k]!, Math.hypot(p[i]! - cx, p[i + 1]! - cy))
    }
  const out: Path = []
  for (let k = 0; k < bins; k++) {
    let d = far[k]!
    if (d === 0) {
      let [a, b] = [1, 1]
      while (a < bins && far[(k - a + bins) % bins] === 0) a++
      while (b < bins && far[(k + b) % bins] === 0) b++
      const [da, db] = [far[(k - a + bins) % bins]!, far[(k + b) % bins]!]
      d = da + ((db - da) * a) / (a + b)
    }
    const angle = ((k + 0.5) / bins) * 2 * Math.PI - Math.PI
    out.push(cx + d * Math.cos(angle), cy + d * Math.sin(angle))
  }
  return out
}

function isScribble(p: Path, length: number): boolean {
  const b = boxOf(p)
  return length > 4 * (b.x1 - b.x0 + b.y1 - b.y0)
}

function fills(p: Path, share: number): boolean {
  const b = boxOf(p)
  return p.length >= 6 && Math.abs(signedArea(p)) > share * (b.x1 - b.x0) * (b.y1 - b.y0)
}

const sizeOf = (paths: Path[]) => paths.reduce((sum, p) => sum + Math.abs(signedArea(p)), 0)

/** The shape that an object's lines mean: closed outlines, joined fragments, or the reach of a scribble. */
export function silhouette(lines: Line[], organic = false): Path[] {
  if (lines.length === 0) return []
  const out: Path[] = []
  const open: Path[] = []
  for (const l of lines) {
    if (!l.fill && isScribble(l.path, l.length)) out.push(radialHull([l.path]))
    else if (l.closed) out.push(l.path)
    else open.push(l.path)
  }
  if (open.length === 0) return out
  const all = boxOf(open.flat())
  const reach = Math.max(0.28 * Math.hypot(all.x1 - all.x0, all.y1 - all.y0), 3)
  for (const p of open.length > 60 ? open : chains(open, reach)) if (fills(p, 0.14)) out.push(p)
  // Fragments that only bound a part of what they reach around are read by their reach.
  if (out.length > 0 && !organic) return out
  if (out.length > 0 && sizeOf(out) > 0.5 * Math.abs(signedArea(radialHull([...open, ...out])))) return out
  const w = all.x1 - all.x0
  const h = all.y1 - all.y0
  if (!organic)
    return Math.min(w, h) > 0.12 * Math.max(w, h)
      ? [[all.x0, all.y0, all.x1, all.y0, all.x1, all.y1, all.x0, all.y1]]
      : []
  return Math.min(w, h) > 0.18 * Math.max(w, h) ? [radialHull([...open, ...out])] : out
}
