import { clamp, hex, mix, type RGB } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { type Path, signedArea } from '../core/mask.ts'
import type { Rand } from '../core/rand.ts'
import { fill, flipped } from '../core/shapes.ts'
import { depthAt, formOf, type Studio } from '../core/studio.ts'
import { type Box, boxOf, type Line } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { silhouette } from '../read/silhouette.ts'

type Part = { path: Path; box: Box; line: Line | null; role: 'hull' | 'sail' | 'cabin' }

/** Which outline is the hull (low and wide), which are sails (pointed), which cabins (boxes). */
function partsOf(p: Placed): Part[] {
  const shapes = p.thing.lines.flatMap((l) =>
    silhouette([l]).map((path) => ({ path, box: boxOf(path), line: l })),
  )
  if (shapes.length === 0)
    return p.paths.map((path) => ({ path, box: boxOf(path), line: null, role: 'hull' as const }))
  const hull = shapes.toSorted(
    (a, b) => b.box.y1 + (b.box.x1 - b.box.x0) * 0.3 - (a.box.y1 + (a.box.x1 - a.box.x0) * 0.3),
  )[0]!
  return shapes.map((q) => {
    if (q === hull) return { ...q, role: 'hull' }
    const share = Math.abs(signedArea(q.path)) / Math.max((q.box.x1 - q.box.x0) * (q.box.y1 - q.box.y0), 1)
    return { ...q, role: share < 0.68 ? 'sail' : 'cabin' }
  })
}

const HULLS = ['#8a4a50', '#6a5a4c', '#3c5a7c', '#a8503c', '#4a6a5c', '#e8e4dc']
const SAILS = ['#fff4dc', '#ffffff', '#ffe4bc', '#f8dcd0']

/** Mast, oars: lines that are no outline. */
const spars = (p: Placed, parts: Part[]) =>
  p.thing.lines.filter((l) => !parts.some((q) => q.line === l)).map((l) => l.path)

export function paintBoat(s: Studio, p: Placed, onWater: boolean) {
  const parts = partsOf(p)
  if (parts.length === 0) return
  const r = formOf(s, p.thing.key)
  const colours = { hull: hex(r.pick(HULLS)), sail: hex(r.pick(SAILS)) }
  const depth = depthAt(s, p.base)
  const hull = parts.find((q) => q.role === 'hull')!
  const axis = hull.box.y1 - (hull.box.y1 - hull.box.y0) * 0.12
  if (onWater) mirrorBoat(s, parts, spars(p, parts), axis, colours, r)
  for (const path of spars(p, parts))
    stroke(
      s.pic,
      path,
      Math.max(1.6 * s.u, (hull.box.x1 - hull.box.x0) * 0.018),
      s.script.lit(hex('#5a4238'), 0.4),
    )
  for (const q of parts.toSorted((a, b) => (a.role === 'hull' ? 1 : 0) - (b.role === 'hull' ? 1 : 0))) {
    const own = q.line?.fill ?? q.line?.ink ?? null
    if (q.role === 'sail') paintSail(s, q, own ?? colours.sail, depth)
    else if (q.role === 'cabin') paintCabin(s, q, own ?? hex('#f2ece0'), depth)
    else paintHull(s, q, own ?? colours.hull, depth)
  }
}

function paintHull(s: Studio, q: Part, c: RGB, depth: number) {
  const { box } = q
  const h = box.y1 - box.y0
  fill(s, q.path, s.script.lit(c, 0.75), {
    to: s.script.lit(mix(c, hex('#1c1830'), 0.45), 0.05),
    depth,
    texture: 0.05,
  })
  const top = q.path.filter((_, i) => i % 2 === 1)
  const rim: Path = []
  const sorted: [number, number][] = []
  for (let i = 0; i + 1 < q.path.length; i += 2)
    if (top[i / 2]! < box.y0 + h * 0.35) sorted.push([q.path[i]!, q.path[i + 1]!])
  for (const [x, y] of sorted.sort((a, b) => a[0] - b[0])) rim.push(x, y)
  if (rim.length >= 4)
    stroke(s.pic, rim, Math.max(1.2 * s.u, h * 0.1), s.script.lit(mix(c, [1, 0.95, 0.85], 0.75), 1))
}

function paintSail(s: Studio, q: Part, c: RGB, depth: number) {
  const lit = (q.box.x0 + q.box.x1) / 2 > 0 && s.light[0] > 0
  const [a, b] = [s.script.lit(c, 1), s.script.lit(mix(c, hex('#f0b090'), 0.25), 0.35)]
  fill(s, q.path, lit ? b : a, { to: lit ? a : b, across: true, depth, texture: 0.02 })
  for (const k of [0.36, 0.62]) {
    const y = q.box.y0 + (q.box.y1 - q.box.y0) * k
    fill(s, clipRow(q.path, y, Math.max(0.7 * s.u, 0.7)), s.script.lit(mix(c, hex('#8a7888'), 0.5), 0.4), {
      depth,
      alpha: 0.5,
    })
  }
}

/** A thin strip of a shape around height y. */
function clipRow(p: Path, y: number, h: number): Path {
  const xs: number[] = []
  for (let i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
    const [y0, y1] = [p[j + 1]!, p[i + 1]!]
    if (y0 < y !== y1 < y) xs.push(p[j]! + ((p[i]! - p[j]!) * (y - y0)) / (y1 - y0))
  }
  if (xs.length < 2) return []
  const [a, b] = [Math.min(...xs), Math.max(...xs)]
  return [a, y, b, y, b, y + h, a, y + h]
}

function paintCabin(s: Studio, q: Part, c: RGB, depth: number) {
  const { box } = q
  const [w, h] = [box.x1 - box.x0, box.y1 - box.y0]
  fill(s, q.path, s.script.lit(c, 0.95), { to: s.script.lit(c, 0.6), depth })
  const lamp = s.script.lamps > 0.5
  const n = clamp(Math.round(w / Math.max(h, 1)), 1, 12)
  for (let i = 0; i < n; i++) {
    const x = box.x0 + (w * (i + 0.5)) / n
    const q2 = (w * 0.28) / n
    fill(
      s,
      [
        x - q2,
        box.y0 + h * 0.25,
        x + q2,
        box.y0 + h * 0.25,
        x + q2,
        box.y0 + h * 0.6,
        x - q2,
        box.y0 + h * 0.6,
      ],
      lamp ? hex('#ffcf78') : s.script.lit(hex('#4a6080'), 0.5),
      { depth },
    )
  }
}

/** The boat upside down, broken into strips that drift with the ripples. */
function mirrorBoat(
  s: Studio,
  parts: Part[],
  lines: Path[],
  axis: number,
  colours: { hull: RGB; sail: RGB },
  r: Rand,
) {
  for (const path of lines)
    stroke(s.pic, wavy(flipped(path, axis), axis, s), 1.4 * s.u, s.script.lit(hex('#3c3040'), 0.2), 0.25)
  for (const q of parts) {
    const c =
      q.line?.fill ??
      q.line?.ink ??
      (q.role === 'hull' ? mix(colours.hull, hex('#1c1c40'), 0.5) : colours.sail)
    fill(s, wavy(flipped(q.path, axis), axis, s), s.script.lit(c, q.role === 'hull' ? 0.1 : 0.7), {
      alpha: q.role === 'hull' ? 0.5 : 0.34,
      texture: 0,
    })
  }
  const hull = parts.find((q) => q.role === 'hull')!.box
  const w = hull.x1 - hull.x0
  for (let i = 0; i < 10; i++) {
    const y = axis + (i + 0.5) * clamp(w * 0.045, 1.5 * s.u, 8 * s.u)
    const reach = w * 0.42 * r.range(0.6, 1.1)
    const x = (hull.x0 + hull.x1) / 2 + r.normal() * w * 0.04
    fill(
      s,
      [x - reach, y, x + reach, y, x + reach * 0.9, y + 1.2 * s.u, x - reach * 0.9, y + 1.2 * s.u],
      s.script.sky.slice(0, 3) as unknown as RGB,
      { alpha: 0.1 * (1 - i / 10), texture: 0 },
    )
  }
}

const wavy = (p: Path, axis: number, s: Studio): Path =>
  p.map((v, i) =>
    i % 2 === 0 ? v + 1.6 * s.u * Math.sin((p[i + 1]! - axis) / (3.2 * s.u)) : axis + (v - axis) * 0.9,
  )
