import type { Stroke } from '../../generator.ts'
import type { Kind } from '../kinds.ts'

type Box = { x0: number; y0: number; x1: number; y1: number }
type Seen = { stroke: Stroke; kind: Kind; object: number }

/** Kinds of which people draw several side by side. A forest or a fence is one thing however many trees or posts it has. */
const countable: ReadonlySet<Kind> = new Set<Kind>(
  'broadleaf pine palm cherry house farmhouse boat rock tower lighthouse cumulus bush'.split(' ') as Kind[],
)

/**
 * The net sometimes takes a row of equal things for one. Whole outlines that stand side by side are different things;
 * every other stroke (a trunk, a window) goes to the outline it is nearest to. Returns an object for each mark.
 */
export const standApart = (marks: readonly Seen[]): number[] => {
  const objects = marks.map((mark) => mark.object)
  let next = Math.max(-1, ...objects) + 1
  const members = Map.groupBy(marks.keys(), (at) => marks[at]!.object)
  for (const ats of members.values()) {
    if (!ats.some((at) => countable.has(marks[at]!.kind))) continue
    const boxes = ats.map((at) => boxOf(marks[at]!.stroke))
    const bodies = groupBodies(ats, boxes, marks)
    const groups = bodies.length > 1 ? bodies : groupTouching(boxes)
    if (groups.length < 2) continue
    ats.forEach((at, own) => {
      const nearest = groups.reduce((best, group) =>
        away(boxes[own]!, group) < away(boxes[own]!, best) ? group : best,
      )
      objects[at] = next + groups.indexOf(nearest)
    })
    next += groups.length
  }
  return objects
}

/** The whole outlines of an object, joined where one stands over the other (a roof on its walls, tiers of a fir). */
const groupBodies = (ats: number[], boxes: Box[], marks: readonly Seen[]): Box[] => {
  const largest = Math.max(...boxes.map(areaOf))
  const bodies = boxes.filter(
    (box, own) => areaOf(box) > 0.12 * largest && isWhole(marks[ats[own]!]!.stroke, box),
  )
  const groups: Box[] = []
  for (const body of bodies.sort((a, b) => areaOf(b) - areaOf(a))) {
    const home = groups.find((group) => standsOver(body, group))
    if (home) Object.assign(home, around(home, body))
    else groups.push({ ...body })
  }
  return groups
}

/** Pieces that lie well apart: the outlines of two clouds, of which neither is closed. */
const groupTouching = (boxes: Box[]): Box[] => {
  const reach = 0.12 * Math.max(...boxes.map((box) => Math.max(box.x1 - box.x0, box.y1 - box.y0)))
  const groups: Box[] = []
  for (const box of boxes) {
    const touched = groups.filter((group) => touches(box, group, reach))
    const merged = touched.reduce(around, box)
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups
}

const touches = (a: Box, b: Box, reach: number): boolean =>
  a.x0 - reach < b.x1 && b.x0 - reach < a.x1 && a.y0 - reach < b.y1 && b.y0 - reach < a.y1

/** Its ends meet, or it is filled. */
const isWhole = ({ points, fill }: Stroke, box: Box): boolean => {
  const [dx, dy] = [points.at(-3)! - points[0]!, points.at(-2)! - points[1]!]
  const [w, h] = [box.x1 - box.x0, box.y1 - box.y0]
  return (
    fill !== null || (Math.hypot(dx, dy) < 0.3 * Math.hypot(w, h) && Math.min(w, h) > 0.12 * Math.max(w, h))
  )
}

const standsOver = (a: Box, b: Box): boolean => {
  const narrower = Math.min(a.x1 - a.x0, b.x1 - b.x0)
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  const gap = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1)
  return shared > 0.2 * narrower && gap < 0.35 * Math.min(a.y1 - a.y0, b.y1 - b.y0)
}

/** How far the middle of a stroke is from a group, in the group's own size: sideways counts more than below. */
const away = (stroke: Box, group: Box): number => {
  const [x, y] = [(stroke.x0 + stroke.x1) / 2, (stroke.y0 + stroke.y1) / 2]
  const size = Math.max(group.x1 - group.x0, 1)
  const dx = Math.max(group.x0 - x, x - group.x1, 0)
  const dy = Math.max(group.y0 - y, y - group.y1, 0)
  return (2 * dx + dy) / size + (0.2 * Math.abs(x - (group.x0 + group.x1) / 2)) / size
}

const boxOf = ({ points }: Stroke): Box => {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [x, y] = [points[at]!, points[at + 1]!]
    box.x0 = Math.min(box.x0, x)
    box.y0 = Math.min(box.y0, y)
    box.x1 = Math.max(box.x1, x)
    box.y1 = Math.max(box.y1, y)
  }
  return box
}

const areaOf = (box: Box): number => (box.x1 - box.x0) * (box.y1 - box.y0)

const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})
