import type { Line } from './compose.ts'

type Random = () => number
type Drawn = { line: Line; colour: string; fill: string | null; size: number }
type Manner = (lines: Line[], random: Random) => Drawn[]
type Point = [number, number]

const between = (random: Random, low: number, high: number) => low + (high - low) * random()
const black = (line: Line, size = 3.5): Drawn => ({ line, colour: '#1d1d1d', fill: null, size })

/** Points every `step` units along a line. */
const walk = (points: Point[], step: number): Point[] => {
  const walked: Point[] = [points[0]!]
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const count = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / step))
    for (let k = 1; k <= count; k++)
      walked.push([a[0] + ((b[0] - a[0]) * k) / count, a[1] + ((b[1] - a[1]) * k) / count])
  }
  return walked
}

/** A random walk pulled back to the line: a hand that trembles, not a sum of waves. */
const tremble = (points: Point[], random: Random, amount: number): Point[] => {
  let [dx, dy] = [0, 0]
  return points.map(([x, y]) => {
    dx = dx * 0.86 + between(random, -1, 1) * amount
    dy = dy * 0.86 + between(random, -1, 1) * amount
    return [x + dx, y + dy]
  })
}

const soften = (points: Point[], times: number): Point[] => {
  let soft = points
  for (let k = 0; k < times; k++) {
    soft = soft.map((point, i) => {
      const [a, b] = [soft[i - 1], soft[i + 1]]
      return a && b ? [(a[0] + point[0] * 2 + b[0]) / 4, (a[1] + point[1] * 2 + b[1]) / 4] : point
    })
  }
  return soft
}

const withPoints = (line: Line, points: Point[]): Line => ({ ...line, points })

const pencils: Record<string, string> = {
  sky: '#7ec8f0',
  cumulus: '#a9b8cc',
  cirrus: '#b9c7da',
  stormcloud: '#565c6e',
  sun: '#ff9c1a',
  moon: '#e8cf6a',
  stars: '#d8b93c',
  mountain: '#5d6fb0',
  hill: '#6fae4e',
  cliff: '#93806a',
  forest: '#2f7a44',
  broadleaf: '#3c9a4a',
  pine: '#1e6b4f',
  palm: '#46a35b',
  bamboo: '#66b04c',
  cherry: '#ee8fb5',
  bush: '#4c9c46',
  grass: '#78b840',
  flowers: '#e0559a',
  field: '#b5a13a',
  paddy: '#5fb07a',
  rock: '#84848c',
  river: '#3f8fe0',
  lake: '#2f7fd6',
  sea: '#1f6fcf',
  waterfall: '#6ab8ee',
  shore: '#dcb878',
  boat: '#a0562c',
  pier: '#8a5a34',
  road: '#7a7a7e',
  path: '#b08a58',
  rail: '#6a6460',
  station: '#76808c',
  bridge: '#9c5a3a',
  wall: '#9a948a',
  house: '#b07848',
  roof: '#c8442e',
  farmhouse: '#8a6434',
  gate: '#d8412a',
  skyline: '#5c6c8c',
  tower: '#88807c',
  lighthouse: '#c65048',
  wires: '#4a4a52',
  lamp: '#6c6858',
  fence: '#9a7048',
  stairs: '#8c8a86',
  train: '#3a8a5a',
  ground: '#8a7448',
  person: '#3a3a6a',
  detail: '#50505a',
  unknown: '#7a3ab0',
}

/** Draws an object's lines of one kind without lifting the pen. */
const joined = (lines: Line[]): Line[] => {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const [from, to] = [last?.points.at(-1), line.points[0]]
    const near = from && to && Math.hypot(from[0] - to[0], from[1] - to[1]) < 70
    if (last && near && last.object === line.object && last.kind === line.kind)
      last.points = [...last.points, ...line.points]
    else out.push({ ...line, points: [...line.points] })
  }
  return out
}

const backwards = (lines: Line[]) =>
  [...lines].reverse().map((line) => withPoints(line, [...line.points].reverse()))

const byHeight = (lines: Line[]) => {
  const top = new Map<number, number>()
  for (const { object, points } of lines)
    top.set(object, Math.min(top.get(object) ?? 1e9, ...points.map(([, y]) => y)))
  return [...lines].sort((a, b) => top.get(a.object)! - top.get(b.object)! || a.object - b.object)
}

/** Short, overlapping, searching strokes. */
const hairs = (line: Line, random: Random): Line[] => {
  const points = walk(line.points, 8)
  if (points.length < 12) return [withPoints(line, tremble(points, random, 0.7))]
  const hairs: Line[] = []
  for (let at = 0; at < points.length - 3; ) {
    const length = Math.round(between(random, 14, 34))
    const [dx, dy] = [between(random, -3, 3), between(random, -3, 3)]
    hairs.push(
      withPoints(
        line,
        tremble(
          points.slice(at, at + length).map(([x, y]): Point => [x + dx, y + dy]),
          random,
          0.6,
        ),
      ),
    )
    at += Math.round(length * between(random, 0.7, 0.95))
  }
  return hairs
}

const lean = (line: Line, random: Random): Line => {
  const foot = Math.max(...line.points.map(([, y]) => y))
  const points = line.points.map(([x, y]): Point => [x + (foot - y) * 0.12, y])
  const [a, b] = [points[0]!, points.at(-1)!]
  const over = between(random, 0, 0.06)
  const open = !line.closed && points.length > 1
  return withPoints(
    line,
    open
      ? [...points.slice(0, -1), [b[0] + (b[0] - a[0]) * over, b[1] + (b[1] - a[1]) * over]]
      : points.slice(0, Math.max(4, points.length - 1)),
  )
}

/** Nine ways to hold the pen. None is a transformation that the training drawings were made with. */
export const manners: Record<string, Manner> = {
  plain: (lines, random) =>
    lines.map((line) => black(withPoints(line, soften(tremble(walk(line.points, 6), random, 0.7), 1)))),
  ruler: (lines) => byHeight(lines).map((line) => black(line, 2)),
  hairy: (lines, random) => lines.flatMap((line) => hairs(line, random)).map((line) => black(line, 2)),
  oneline: (lines, random) =>
    joined(lines).map((line) =>
      black(withPoints(line, soften(tremble(walk(line.points, 7), random, 0.9), 3)), 3),
    ),
  paint: (lines, random) =>
    lines.map((line) => ({
      line: withPoints(line, tremble(walk(line.points, 9), random, 1)),
      colour: pencils[line.kind]!,
      fill: line.closed ? pencils[line.kind]! : null,
      size: line.closed ? 2 : 8,
    })),
  shaky: (lines, random) =>
    backwards(lines).map((line) => black(withPoints(line, tremble(walk(line.points, 6), random, 2.4)))),
  marker: (lines, random) =>
    lines.map((line) => black(withPoints(line, soften(tremble(walk(line.points, 10), random, 1.4), 4)), 10)),
  coloured: (lines, random) =>
    byHeight(lines).map((line) => ({
      line: withPoints(line, tremble(walk(line.points, 7), random, 1)),
      colour: pencils[line.kind]!,
      fill: null,
      size: 3,
    })),
  fast: (lines, random) =>
    lines.map((line) =>
      black(withPoints(lean(line, random), soften(walk(lean(line, random).points, 16), 2)), 5),
    ),
}
