import type { Path } from '../core/mask.ts'
import { type Line, lengthOf } from './lines.ts'
import { chains, reversed } from './silhouette.ts'
import type { Thing } from './things.ts'

type Page = { w: number; h: number }

/** Half the width (pixels) that a lone centre line gets at height y: perspective of the flat ground. */
const HALF_WIDTH: Record<string, number> = {
  river: 0.09,
  road: 0.085,
  path: 0.04,
  rail: 0.075,
  waterfall: 0.03,
  stairs: 0.05,
  pier: 0.04,
}

/** An end that nearly reaches the page's foot or side is carried past it. */
function carriedOut(p: Path, page: Page): Path {
  const out = p.slice()
  for (const end of [0, 1]) {
    const i = end ? out.length - 2 : 0
    const j = end ? i - Math.min(8, i) : Math.min(8, out.length - 2)
    const [x, y] = [out[i]!, out[i + 1]!]
    const near = y > page.h * 0.93 || x < page.w * 0.03 || x > page.w * 0.97
    const [dx, dy] = [x - out[j]!, y - out[j + 1]!]
    const d = Math.hypot(dx, dy)
    if (!near || d < 1e-3) continue
    const reach = page.h * 0.12
    const more = [x + (dx / d) * reach, y + (dy / d) * reach]
    if (end) out.push(...more)
    else out.unshift(...more)
  }
  return out
}

/** A bare centre line, widened: wide in front, narrow at the horizon. */
export function widened(p: Path, half: (x: number, y: number) => number, upright: boolean): Path {
  const left: Path = []
  const right: Path = []
  for (let i = 0; i + 1 < p.length; i += 2) {
    const a = Math.max(0, i - 4)
    const b = Math.min(p.length - 2, i + 4)
    const [dx, dy] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!]
    const d = Math.hypot(dx, dy) || 1
    const k = half(p[i]!, p[i + 1]!)
    // On the ground a width seen from the side is foreshortened.
    const [nx, ny] = upright ? [1, 0] : [-dy / d, (dx / d) * 0.5]
    left.push(p[i]! - nx * k, p[i + 1]! - ny * k)
    right.push(p[i]! + nx * k, p[i + 1]! + ny * k)
  }
  return [...left, ...reversed(right)]
}

const far = (p: Path) => (p[1]! <= p.at(-1)! ? p : reversed(p))

/** Two whole lines that run side by side, when the drawing has them. */
function wholeEdges(lines: Line[]): [Path, Path] | null {
  // Depth counts more than breadth: sleepers and treads may be longer than the rails.
  const reach = (l: Line) => l.box.y1 - l.box.y0 + 0.35 * (l.box.x1 - l.box.x0)
  const [a, b] = lines.filter((l) => !l.closed).toSorted((p, q) => reach(q) - reach(p))
  if (!a || !b || reach(b) < 0.55 * reach(a)) return null
  const down = Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0)
  const across = Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0)
  const tall = down > 0.6 * Math.min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0)
  const wide = across > 0.6 * Math.min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0)
  return tall || wide ? [a.path, b.path] : null
}

function joinedEdges(lines: Line[], page: Page): [Path, Path] | null {
  const open = lines.filter((l) => !l.closed).map((l) => l.path)
  const long = chains(open.slice(0, 40), page.h * 0.06)
    .map((p) => ({ p, length: lengthOf(p) }))
    .sort((a, b) => b.length - a.length)
  const [a, b] = long
  return a && b && b.length >= 0.4 * a.length ? [a.p, b.p] : null
}

/** Both edges of a band, running the same way from far to near; null when only one line was drawn. */
export function edgesOf(lines: Line[], page: Page): [Path, Path] | null {
  const pair = wholeEdges(lines) ?? joinedEdges(lines, page)
  if (!pair) return null
  const one = far(pair[0])
  let two = far(pair[1])
  const cross = (p: Path, q: Path) =>
    Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!) + Math.hypot(p.at(-2)! - q.at(-2)!, p.at(-1)! - q.at(-1)!)
  if (cross(one, reversed(two)) < cross(one, two)) two = reversed(two)
  return [carriedOut(one, page), carriedOut(two, page)]
}

/** One line that goes out and comes back is both edges. */
function hairpin(l: Line): boolean {
  const gap = Math.hypot(l.path.at(-2)! - l.path[0]!, l.path.at(-1)! - l.path[1]!)
  const tall = l.box.y1 - l.box.y0
  return (
    gap < 0.75 * l.length &&
    tall > 0.3 * (l.box.x1 - l.box.x0) &&
    l.length > 1.75 * Math.hypot(gap, tall * 0.6) &&
    l.length > 1.6 * tall
  )
}

/** Steps seen from the side: a zigzag that is as wide as it is high. */
export const isFlight = (l: Line) => {
  const [w, h] = [l.box.x1 - l.box.x0, l.box.y1 - l.box.y0]
  return !l.closed && w > 0.45 * h && h > 0.3 * w && l.length > 1.22 * Math.hypot(w, h)
}

const besideStairs = (p: Path, foot: number): Path => [...p, p.at(-2)!, foot, p[0]!, foot]

/** The area of a river, road, path, track, fall, stair or pier. */
export function bandPaths(t: Thing, page: Page, horizon: number): Path[] {
  // Small rings beside a band (foam, stones) are not its outline.
  const least = 0.5 * Math.hypot(t.box.x1 - t.box.x0, t.box.y1 - t.box.y0)
  const closed = t.lines.filter(
    (l) => l.closed && Math.hypot(l.box.x1 - l.box.x0, l.box.y1 - l.box.y0) > least,
  )
  if (closed.length > 0) return closed.map((l) => l.path)
  const edges = edgesOf(t.lines, page)
  if (edges) return [[...edges[0], ...reversed(edges[1])]]
  const line = t.lines.toSorted((a, b) => b.length - a.length)[0]!
  const path = carriedOut(line.path, page)
  if (hairpin(line)) return [path]
  if (t.kind === 'stairs' && isFlight(line)) return [besideStairs(line.path, line.box.y1)]
  const k = HALF_WIDTH[t.kind] ?? 0.05
  const upright = line.box.y1 - line.box.y0 > 0.6 * (line.box.x1 - line.box.x0)
  const half = (_: number, y: number) => {
    const v = Math.min(Math.max((y - horizon) / Math.max(page.h - horizon, 1), 0), 1.3)
    return t.kind === 'waterfall' ? page.w * k : page.w * k * (0.05 + 0.95 * v ** 1.3)
  }
  return [widened(path, half, upright)]
}
