import { type Path, signedArea } from '../core/mask.ts'
import type { Studio } from '../core/studio.ts'
import { type Box, boxOf, joinBoxes, type Line } from '../read/lines.ts'
import { silhouette } from '../read/silhouette.ts'
import type { Thing } from '../read/things.ts'
import { rowsOfShape } from '../trees/parts.ts'

export type HouseParts = {
  walls: Path[]
  wallBox: Box
  roof: Path[]
  roofBox: Box | null
  /** Drawn doors and windows. */
  openings: { box: Box; door: boolean }[]
  /** A drawn inner upright: left of it is one side of the house, right of it the other. */
  corner: number | null
}

const shareOf = (p: Path, b: Box) => Math.abs(signedArea(p)) / Math.max((b.x1 - b.x0) * (b.y1 - b.y0), 1)

/** A one-line house: where its walls end and its roof begins. */
function split(s: Studio, shape: Path[]): { roof: Path[]; walls: Path[]; eave: number } | null {
  const rows = rowsOfShape(shape, s)
  if (!rows) return null
  const n = rows.left.length
  const width = (i: number) => rows.right[i]! - rows.left[i]! || 0
  let most = 0
  for (let i = 0; i < n; i++) most = Math.max(most, width(i))
  let eave = 0
  while (eave < n - 1 && width(eave) < 0.965 * most) eave++
  if (eave < n * 0.16 || eave > n * 0.9) return null
  const cut = (from: number, to: number): Path => {
    const a: Path = []
    const b: Path = []
    for (let i = from; i <= to; i++) {
      if (Number.isNaN(rows.left[i]!)) continue
      a.push(rows.left[i]!, rows.y0 + i)
      b.unshift(rows.right[i]!, rows.y0 + i)
    }
    return [...a, ...b]
  }
  return { roof: [cut(0, eave)], walls: [cut(eave, n - 1)], eave: rows.y0 + eave }
}

const inner = (b: Box, outer: Box, share: number) => {
  const area = (q: Box) => (q.x1 - q.x0) * (q.y1 - q.y0)
  const tol = 0.06 * (outer.x1 - outer.x0)
  return (
    area(b) < share * area(outer) &&
    b.x0 > outer.x0 - tol &&
    b.x1 < outer.x1 + tol &&
    b.y0 > outer.y0 - tol &&
    b.y1 < outer.y1 + tol
  )
}

function cornerOf(lines: Line[], walls: Box): number | null {
  const w = walls.x1 - walls.x0
  const h = walls.y1 - walls.y0
  for (const l of lines) {
    const x = (l.box.x0 + l.box.x1) / 2
    const upright = l.box.x1 - l.box.x0 < 0.12 * w && l.box.y1 - l.box.y0 > 0.6 * h
    if (upright && !l.closed && x > walls.x0 + 0.2 * w && x < walls.x1 - 0.2 * w) return x
  }
  return null
}

export function houseParts(s: Studio, t: Thing): HouseParts | null {
  const all = t.box
  const shapes = t.lines.filter((l) => l.closed && !inner(l.box, all, 0.16))
  let roofLines = t.lines.filter((l) => l.kind === 'roof')
  let wallLines = t.lines.filter((l) => l.kind !== 'roof' && !(l.closed && inner(l.box, all, 0.16)))
  if (roofLines.length === 0 && shapes.length > 1) {
    // The upper pointed outline is the roof, whatever it was called.
    const upper = shapes.toSorted((a, b) => a.box.y0 - b.box.y0)[0]!
    if (shareOf(upper.path, upper.box) < 0.9 && upper.box.y1 < all.y1 - 0.2 * (all.y1 - all.y0)) {
      roofLines = [upper]
      wallLines = wallLines.filter((l) => l !== upper)
    }
  }
  let roof = silhouette(roofLines)
  let walls = silhouette(wallLines)
  if (walls.length === 0 && roof.length === 0) return null
  if (roof.length === 0) {
    const cut = split(s, walls)
    if (cut) ({ roof, walls } = cut)
  }
  if (walls.length === 0) {
    // A lone roof stands on walls that it hides or that were left out.
    const b = boxOf(roof[0]!)
    const inset = (b.x1 - b.x0) * 0.08
    const foot = b.y1 + (b.y1 - b.y0) * 0.6
    walls = [[b.x0 + inset, b.y1, b.x1 - inset, b.y1, b.x1 - inset, foot, b.x0 + inset, foot]]
  }
  const wallBox = joinBoxes(walls.map(boxOf))
  const openings = t.lines
    .filter((l) => l.closed && inner(l.box, wallBox, 0.4) && !walls.includes(l.path))
    .map((l) => ({ box: l.box, door: l.box.y1 > wallBox.y1 - 0.1 * (wallBox.y1 - wallBox.y0) }))
  return {
    walls,
    wallBox,
    roof,
    roofBox: roof.length > 0 ? joinBoxes(roof.map(boxOf)) : null,
    openings,
    corner: cornerOf(wallLines, wallBox),
  }
}
