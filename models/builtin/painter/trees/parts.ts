import { cover, type Path } from '../core/mask.ts'
import type { Studio } from '../core/studio.ts'
import { type Box, joinBoxes, type Line } from '../read/lines.ts'
import { silhouette } from '../read/silhouette.ts'
import type { Thing } from '../read/things.ts'

export type TreeParts = {
  crown: Path[]
  box: Box
  /** Middle line of the trunk from foot to fork. */
  trunk: Path
  /** Its width at the foot. */
  width: number
}

const middleX = (b: Box) => (b.x0 + b.x1) / 2

/** Lines of a trunk: narrow, low and near the middle. */
function isTrunk(l: Line, all: Box): boolean {
  const w = l.box.x1 - l.box.x0
  const h = l.box.y1 - l.box.y0
  const width = all.x1 - all.x0
  if (w > 0.42 * width && w > 0.5 * h) return false
  const low = (l.box.y0 + l.box.y1) / 2 > all.y0 + 0.55 * (all.y1 - all.y0)
  return (
    low &&
    h > w * 0.8 &&
    l.box.y1 > all.y1 - 0.3 * (all.y1 - all.y0) &&
    Math.abs(middleX(l.box) - middleX(all)) < 0.38 * width
  )
}

/** Row extents of a shape: left and right edge of its mask in every row. */
export function rowsOfShape(shape: Path[], s: Studio) {
  const m = cover(shape, s.w, s.h)
  if (!m) return null
  const left = new Float32Array(m.h).fill(Number.NaN)
  const right = new Float32Array(m.h).fill(Number.NaN)
  for (let y = 0; y < m.h; y++)
    for (let x = 0; x < m.w; x++)
      if (m.a[y * m.w + x]! > 0.5) {
        if (Number.isNaN(left[y]!)) left[y] = m.x0 + x
        right[y] = m.x0 + x + 1
      }
  return { y0: m.y0, left, right, mask: m }
}

/** In one outline around crown and trunk, the row where the trunk begins. */
function neck(shape: Path[], s: Studio): number | null {
  const rows = rowsOfShape(shape, s)
  if (!rows) return null
  const n = rows.left.length
  const width = (i: number) => rows.right[i]! - rows.left[i]! || 0
  let most = 0
  for (let i = 0; i < n; i++) most = Math.max(most, width(i))
  let i = n - 1
  while (i > 0 && !(width(i) > 0)) i--
  if (width(i) > 0.38 * most) return null
  const foot = i
  while (i > n * 0.35 && width(i) < 0.45 * most) i--
  return foot - i > n * 0.1 ? rows.y0 + i : null
}

export function treeParts(s: Studio, t: Thing): TreeParts | null {
  const all = t.box
  let trunkLines = t.lines.filter((l) => isTrunk(l, all))
  let crownLines = t.lines.filter((l) => !trunkLines.includes(l))
  if (crownLines.length === 0) {
    crownLines = trunkLines
    trunkLines = []
  }
  const crown = silhouette(crownLines, true)
  if (crown.length === 0) return lonely(s, t)
  const box = joinBoxes(crownLines.map((l) => l.box))
  const high = box.y1 - box.y0
  if (trunkLines.length > 0) {
    const tb = joinBoxes(trunkLines.map((l) => l.box))
    const x = middleX(tb)
    const drawn = tb.x1 - tb.x0
    const width =
      trunkLines.length > 1 || trunkLines[0]!.closed ? Math.max(drawn * 0.8, high * 0.05) : high * 0.09
    return {
      crown,
      box,
      trunk: [x, tb.y1, x, Math.min(tb.y0, box.y1 - high * 0.35)],
      width: Math.min(width, (box.x1 - box.x0) * 0.45),
    }
  }
  const fork = neck(crown, s)
  const x = middleX(box)
  if (fork !== null)
    return {
      crown,
      box: { ...box, y1: fork },
      trunk: [x, box.y1, x, fork - (fork - box.y0) * 0.3],
      width: high * 0.08,
    }
  return { crown, box, trunk: [x, box.y1 + high * 0.1, x, box.y1 - high * 0.4], width: high * 0.085 }
}

/** Only a trunk was drawn: it gets no crown of its own, but stands. */
function lonely(s: Studio, t: Thing): TreeParts | null {
  const { box } = t
  const high = box.y1 - box.y0
  if (high < 6 * s.u) return null
  const x = middleX(box)
  const r = high * 0.34
  const crown: Path = []
  for (let i = 0; i < 28; i++) {
    const a = (i / 28) * 2 * Math.PI
    crown.push(x + r * 1.05 * Math.cos(a), box.y0 + r * 0.6 + r * Math.sin(a))
  }
  return {
    crown: [crown],
    box: { x0: x - r, x1: x + r, y0: box.y0 - r * 0.4, y1: box.y0 + r * 1.6 },
    trunk: [x, box.y1, x, box.y0 + r * 0.6],
    width: Math.max(high * 0.06, 2),
  }
}
