import { clamp, hex, mix, type RGB } from '../core/colour.ts'
import type { Path } from '../core/mask.ts'
import { along, fill, flipped } from '../core/shapes.ts'
import { depthAt, formOf, type Studio } from '../core/studio.ts'
import { lengthOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { chains, reversed } from '../read/silhouette.ts'
import { type Beam, beamsOf, paintBeam, straight } from './beams.ts'

type Deck = { top: Path; bottom: Path; posts: Beam[]; red: boolean; cables: Path[] }

const rightwards = (p: Path) => (p[0]! <= p.at(-2)! ? p : reversed(p))

function deckOf(s: Studio, p: Placed): Deck | null {
  const beams = beamsOf(p.thing.lines)
  const w = p.thing.box.x1 - p.thing.box.x0
  const posts = beams.filter((b) => b.upright && b.box.x1 - b.box.x0 < w * 0.2)
  const flat = beams.filter((b) => !posts.includes(b))
  // Whole edges are not fragments: joining two of them would close the deck into a ring.
  const whole = flat.filter((b) => b.box.x1 - b.box.x0 > w * 0.55).map((b) => b.path)
  const pieces = flat.filter((b) => b.box.x1 - b.box.x0 <= w * 0.55).map((b) => b.path)
  const lying = [...whole, ...chains(pieces, w * 0.12)]
    .map(rightwards)
    .filter((q) => lengthOf(q) > w * 0.4)
    .sort((a, b) => middleY(a) - middleY(b))
  const thick = clamp(w * 0.045, 3 * s.u, 26 * s.u)
  const closed = p.thing.lines.filter((l) => l.closed).toSorted((a, b) => b.length - a.length)[0]
  const pair = parallel(lying, w)
  const lowest = lying.toSorted((a, b) => flatness(a) - flatness(b))[0]
  const red = bulge(pair?.[0] ?? lowest ?? closed?.path ?? []) > 0.035
  if (pair)
    return { top: pair[0], bottom: pair[1], posts, red, cables: lying.filter((q) => !pair.includes(q)) }
  if (closed) {
    const [a, b] = halves(closed.path)
    return { top: a, bottom: b, posts, red, cables: lying }
  }
  if (!lowest) return null
  const bottom = lowest.map((v, i) => (i % 2 ? v + thick : v))
  return { top: lowest, bottom, posts, red, cables: lying.filter((q) => q !== lowest) }
}

/** Of several long lines the deck is the straightest; cables sag. */
function flatness(p: Path): number {
  const ys = Array.from({ length: 9 }, (_, i) => along(p, i / 8)[1])
  return Math.max(...ys) - Math.min(...ys)
}

/** Two long lines that keep their distance: the upper and lower edge of a deck, or rail and deck. */
function parallel(lying: Path[], w: number): [Path, Path] | null {
  for (let i = lying.length - 1; i > 0; i--) {
    const [a, b] = [lying[i - 1]!, lying[i]!]
    const gaps = [0.08, 0.3, 0.5, 0.7, 0.92].map((t) => along(b, t)[1] - along(a, t)[1])
    const mean = gaps.reduce((sum, g) => sum + g, 0) / gaps.length
    if (mean > 0 && mean < 0.16 * w && Math.max(...gaps) - Math.min(...gaps) < 0.9 * mean + 4) return [a, b]
  }
  return null
}

const middleY = (p: Path) => along(p, 0.5)[1]

/** How far a line arches above its ends, per its width. */
function bulge(p: Path): number {
  if (p.length < 6) return 0
  const [x0, y0, x1, y1] = [p[0]!, p[1]!, p.at(-2)!, p.at(-1)!]
  return ((y0 + y1) / 2 - middleY(p)) / Math.max(Math.abs(x1 - x0), 1)
}

/** Upper and lower edge of a closed outline, left to right. */
function halves(path: Path): [Path, Path] {
  let [l, r] = [0, 0]
  for (let i = 2; i + 1 < path.length; i += 2) {
    if (path[i]! < path[l]!) l = i
    if (path[i]! > path[r]!) r = i
  }
  const loop = [...path.slice(l), ...path.slice(0, l)]
  const k = (r - l + path.length) % path.length
  const one = loop.slice(0, k + 2)
  const two = reversed(loop.slice(k))
  return middleY(one) < middleY(two) ? [one, two] : [two, one]
}

export function paintBridge(s: Studio, p: Placed, waterBelow: (x: number, y: number) => number) {
  const deck = deckOf(s, p)
  if (!deck) return
  const r = formOf(s, p.thing.key)
  const depth = depthAt(s, p.base)
  const c = p.thing.tint ?? (deck.red ? hex('#d8604a') : hex(r.pick(['#a8a09a', '#b0947c', '#9c9ca4'])))
  const gap = Math.max(middleY(deck.bottom) - middleY(deck.top), 2)
  const foot = Math.max(p.thing.box.y1, ...deck.posts.map((q) => q.box.y1))
  // The mirror first, dim and broken; only where there is water.
  const axis = foot + 2 * s.u
  const wavy = (q: Path): Path =>
    flipped(q, axis).map((v, i, all) => (i % 2 ? v : v + 1.5 * s.u * Math.sin(all[i + 1]! / (3.3 * s.u))))
  const body = [...deck.top, ...reversed(deck.bottom)]
  fill(s, wavy(body), s.script.lit(mix(c, hex('#20304c'), 0.3), 0.3), { alpha: 0.4, clip: waterBelow })
  for (const q of deck.cables)
    paintBeam(
      s,
      q,
      clamp((p.thing.box.x1 - p.thing.box.x0) * 0.008, 1.4 * s.u, 7 * s.u),
      mix(c, hex('#3c3444'), 0.35),
      depth,
    )
  paintPosts(s, deck, c, foot, depth)
  fill(s, body, s.script.lit(c, 0.85), {
    to: s.script.lit(mix(c, hex('#3c1c30'), 0.4), 0.3),
    depth,
    texture: 0.06,
  })
  fill(
    s,
    [...deck.top, ...reversed(deck.top.map((v, i) => (i % 2 ? v + Math.max(1.5 * s.u, gap * 0.16) : v)))],
    s.script.lit(mix(c, [1, 0.92, 0.8], 0.4), 1),
    { depth },
  )
  railing(s, deck, c, depth, gap)
}

function paintPosts(s: Studio, deck: Deck, c: RGB, foot: number, depth: number) {
  const dark = mix(c, hex('#3c2430'), 0.4)
  const w = Math.abs(deck.top.at(-2)! - deck.top[0]!)
  if (deck.posts.length > 0) {
    for (const q of deck.posts)
      paintBeam(s, straight(q.path), clamp(w * 0.018, 2 * s.u, 12 * s.u), dark, depth)
    return
  }
  for (const t of [0.2, 0.5, 0.8]) {
    const [x, y] = along(deck.bottom, t)
    const down = Math.max(foot, y + w * 0.05)
    if (down - y > 2 * s.u) paintBeam(s, [x, y, x, down], clamp(w * 0.02, 2 * s.u, 12 * s.u), dark, depth)
  }
}

/** Posts and two rails above the deck's upper edge. */
function railing(s: Studio, deck: Deck, c: RGB, depth: number, gap: number) {
  const w = Math.abs(deck.top.at(-2)! - deck.top[0]!)
  const high = clamp(w * 0.04, 3 * s.u, 24 * s.u)
  if (gap > high * 2.2) {
    // The drawn lines are rail and deck: the uprights go between them.
    const n = Math.round(clamp(w / (14 * s.u), 6, 40))
    for (let i = 0; i <= n; i++) {
      const [a, b] = [along(deck.top, i / n), along(deck.bottom, i / n)]
      paintBeam(s, [...a, b[0], b[1]], 1.6 * s.u, mix(c, hex('#5c2c30'), 0.3), depth)
    }
    return
  }
  const n = Math.round(clamp(w / (16 * s.u), 5, 36))
  for (let i = 0; i <= n; i++) {
    const [x, y] = along(deck.top, i / n)
    const big = i % 6 === 0
    paintBeam(s, [x, y, x, y - high * (big ? 1.18 : 1)], (big ? 3 : 1.7) * s.u, c, depth)
  }
  for (const [k, t] of [
    [1, 2.2],
    [0.5, 1.2],
  ] as const) {
    const up = deck.top.map((v, i) => (i % 2 ? v - high * k : v))
    paintBeam(s, up, t * s.u, mix(c, [1, 0.9, 0.75], k === 1 ? 0.25 : 0), depth)
  }
}
