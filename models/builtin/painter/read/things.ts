import type { Kind } from '../../kinds.ts'
import type { Mark } from '../../scene.ts'
import type { RGB } from '../core/colour.ts'
import { type Box, joinBoxes, type Line, readLine } from './lines.ts'

/** One thing of the picture: the lines that mean it. */
export type Thing = {
  kind: Kind
  /** Seeds its random streams: the first of its strokes, so it survives edits elsewhere. */
  key: string
  lines: Line[]
  box: Box
  /** Colour that somebody gave it, by fill or by pen. */
  tint: RGB | null
  /** Place in the drawing order. */
  order: number
}

const SILENT: ReadonlySet<Kind> = new Set(['person', 'detail', 'unknown'])
const HOUSES: ReadonlySet<Kind> = new Set(['house', 'roof', 'farmhouse', 'wall'])
const TREES: ReadonlySet<Kind> = new Set(['broadleaf', 'cherry', 'pine', 'palm'])
const BANDS: ReadonlySet<Kind> = new Set([
  'river',
  'road',
  'path',
  'rail',
  'waterfall',
  'stairs',
  'pier',
  'bridge',
])

const widthOf = (b: Box) => b.x1 - b.x0
const heightOf = (b: Box) => b.y1 - b.y0
const overlap = (a0: number, a1: number, b0: number, b1: number) => Math.min(a1, b1) - Math.max(a0, b0)

function makeThing(kind: Kind, lines: Line[], order: number): Thing {
  const coloured = lines.find((l) => l.fill) ?? lines.find((l) => l.ink)
  return {
    kind,
    key: lines[0]!.id,
    lines,
    box: joinBoxes(lines.map((l) => l.box)),
    tint: coloured ? (coloured.fill ?? coloured.ink) : null,
    order,
  }
}

function kindOf(lines: Line[]): Kind {
  const has = (k: Kind) => lines.some((l) => l.kind === k)
  if (has('farmhouse')) return 'farmhouse'
  if (has('house')) return 'house'
  if (has('roof')) return has('wall') ? 'house' : 'roof'
  return lines[0]!.kind
}

const merged = (a: Thing, b: Thing): Thing => {
  const [first, second] = a.order <= b.order ? [a, b] : [b, a]
  const lines = [...first.lines, ...second.lines]
  return makeThing(kindOf(lines), lines, first.order)
}

/** Merges any two things that `belong` together, until none do. */
function mergeWhile(things: Thing[], belong: (a: Thing, b: Thing) => boolean): Thing[] {
  const out = things.slice()
  for (let i = 0; i < out.length; i++)
    for (let j = i + 1; j < out.length; j++)
      if (belong(out[i]!, out[j]!)) {
        out[i] = merged(out[i]!, out[j]!)
        out.splice(j, 1)
        j = i
      }
  return out
}

/** A roof read apart from its house; walls read as a wall under a roof. */
function roofOverWalls(a: Thing, b: Thing): boolean {
  if (!HOUSES.has(a.kind) || !HOUSES.has(b.kind)) return false
  const [roof, walls] = a.kind === 'roof' ? [a, b] : [b, a]
  if (roof.kind !== 'roof' || walls.kind === 'roof') return false
  const across = overlap(roof.box.x0, roof.box.x1, walls.box.x0, walls.box.x1)
  if (across < 0.5 * Math.min(widthOf(roof.box), widthOf(walls.box))) return false
  if (widthOf(walls.box) > 2.2 * widthOf(roof.box)) return false
  const seam = roof.box.y1 - walls.box.y0
  const reach = 0.45 * Math.max(heightOf(roof.box), heightOf(walls.box))
  return seam > -reach * 0.6 && roof.box.y0 < walls.box.y0 + reach
}

/** A trunk read apart from its crown. */
function trunkUnderCrown(a: Thing, b: Thing): boolean {
  if (a.kind !== b.kind || !TREES.has(a.kind)) return false
  const [trunk, crown] = widthOf(a.box) < widthOf(b.box) ? [a, b] : [b, a]
  if (widthOf(trunk.box) > 0.4 * widthOf(crown.box)) return false
  const x = (trunk.box.x0 + trunk.box.x1) / 2
  const middle = (crown.box.x0 + crown.box.x1) / 2
  if (Math.abs(x - middle) > 0.3 * widthOf(crown.box)) return false
  const reach = 0.2 * heightOf(crown.box)
  return trunk.box.y0 > crown.box.y0 + 0.3 * heightOf(crown.box) && trunk.box.y0 < crown.box.y1 + reach
}

/** The two edges of a road or river read as two objects. */
function twoEdges(a: Thing, b: Thing): boolean {
  if (a.kind !== b.kind || !BANDS.has(a.kind)) return false
  if ([a, b].some((t) => t.lines.some((l) => l.closed))) return false
  const down = overlap(a.box.y0, a.box.y1, b.box.y0, b.box.y1)
  const across = overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1)
  const tall = down > 0.55 * Math.min(heightOf(a.box), heightOf(b.box))
  const long = across > 0.55 * Math.min(widthOf(a.box), widthOf(b.box))
  return a.kind === 'bridge' || a.kind === 'pier' ? long && down > -20 : tall || long
}

const sameWires = (a: Thing, b: Thing) => a.kind === 'wires' && b.kind === 'wires'

/** The things that marks mean, in drawing order; what is not understood is left out. */
export function gatherThings(marks: Mark[], sx: number, sy: number, w: number, h: number): Thing[] {
  const groups = new Map<string, { lines: Line[]; order: number }>()
  marks.forEach((mark, order) => {
    if (SILENT.has(mark.kind)) return
    const line = readLine(mark, sx, sy, w, h)
    if (!line) return
    const family = HOUSES.has(mark.kind) ? 'house' : mark.kind
    const name = `${mark.object}/${family}`
    const group = groups.get(name)
    if (group) group.lines.push(line)
    else groups.set(name, { lines: [line], order })
  })
  let things = [...groups.values()].map((g) => makeThing(kindOf(g.lines), g.lines, g.order))
  for (const rule of [roofOverWalls, trunkUnderCrown, twoEdges, sameWires]) things = mergeWhile(things, rule)
  return things
}
