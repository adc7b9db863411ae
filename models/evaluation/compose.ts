import { writeFileSync } from 'node:fs'
import { kinds } from '../builtin/kinds.ts'
import type { Layout, Stroke } from '../generator.ts'
import drawn from './glyphs.json' with { type: 'json' }
import { manners } from './manners.ts'
import { scenes } from './scenes.ts'

const glyphs: Record<string, string[][]> = drawn.glyphs
const wide = new Set(drawn.wide)

/** A drawing whose truth is known: `truth[i]` belongs to `layout.strokes[i]`. */
export type KnownDrawing = {
  manner: string
  prompt: string
  layout: Layout
  truth: { kind: string; object: number }[]
}

export type Line = { points: [number, number][]; kind: string; object: number; closed: boolean }

/** A seeded generator (mulberry32): the drawings must come out the same for ever. */
export const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const curve = (from: [number, number], control: [number, number][], to: [number, number]) =>
  Array.from({ length: 10 }, (_, i): [number, number] => {
    const t = (i + 1) / 10
    const all = [from, ...control, to]
    const weights =
      all.length === 3
        ? [(1 - t) ** 2, 2 * t * (1 - t), t * t]
        : [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return [0, 1].map((axis) => all.reduce((sum, point, k) => sum + point[axis]! * weights[k]!, 0)) as [
      number,
      number,
    ]
  })

const parsePath = (path: string): { points: [number, number][]; closed: boolean } => {
  const points: [number, number][] = []
  let closed = false
  for (const [, command, numbers] of path.matchAll(/([MLQCZO])([^MLQCZO]*)/g)) {
    const values = numbers!.trim().split(/\s+/).filter(Boolean).map(Number)
    const pairs = values.flatMap((v, i) => (i % 2 === 0 ? [[v, values[i + 1]!] as [number, number]] : []))
    const size = command === 'C' ? 3 : command === 'Q' ? 2 : 1
    if (command === 'O') {
      const [cx, cy, rx, ry] = values as [number, number, number, number]
      for (let i = 0; i <= 24; i++)
        points.push([cx + rx * Math.cos(i * 0.27 - 1), cy + ry * Math.sin(i * 0.27 - 1)])
      closed = true
    } else if (command === 'Z') {
      points.push([...points[0]!])
      closed = true
    } else
      for (let i = 0; i < pairs.length; i += size) {
        const group = pairs.slice(i, i + size)
        if (size === 1) points.push(group[0]!)
        else points.push(...curve(points.at(-1)!, group.slice(0, -1), group.at(-1)!))
      }
  }
  return { points, closed }
}

const place = (
  thing: string,
  object: number,
  turn: Map<string, number>,
  width: number,
  height: number,
): Line[] => {
  const mirrored = thing.startsWith('~')
  const [kind, ...rest] = thing.replace('~', '').trim().split(/\s+/)
  const numbers = rest.map(Number)
  if (!kinds.includes(kind as never)) throw new Error(`no such kind: ${kind}`)
  const ways = glyphs[kind!]!
  const way = turn.get(kind!) ?? 0
  turn.set(kind!, way + 1)
  return ways[way % ways.length]!.map((text) => {
    const [label, path] = text.startsWith('!')
      ? ['detail', text.slice(1)]
      : text.includes('!')
        ? text.split('!')
        : [kind!, text]
    const { points, closed } = parsePath(path!)
    const put = ([x, y]: [number, number]): [number, number] => {
      const u = mirrored ? 100 - x : x
      if (wide.has(kind!))
        return [(u / 100) * width + (numbers[0] ?? 0), (y / 100) * height + (numbers[1] ?? 0)]
      const [cx, foot, w, h] = numbers as [number, number, number, number]
      return [cx + ((u - 50) / 100) * w, foot + ((y - 100) / 100) * h]
    }
    return { points: points.map(put), kind: label!, object, closed }
  })
}

export const composeDrawings = (): KnownDrawing[] => {
  const turn = new Map<string, number>()
  return scenes
    .trim()
    .split('\n')
    .map((row, index) => {
      const [manner, prompt, things] = row.split('|').map((part) => part.trim()) as [string, string, string]
      const random = seeded(1000 + index)
      const [width, height] = [
        [960, 540],
        [960, 540],
        [960, 540],
        [960, 402],
        [720, 540],
      ][index % 5] as [number, number]
      const lines = things.split(';').flatMap((thing, object) => place(thing.trim(), object, turn, 960, 540))
      const scaled = lines.map((line) => ({
        ...line,
        points: line.points.map(([x, y]): [number, number] => [(x * width) / 960, (y * height) / 540]),
      }))
      const drawn = manners[manner]!(scaled, random)
      return {
        manner,
        prompt,
        layout: {
          width,
          height,
          strokes: drawn.map(
            ({ line, colour, fill, size }, i): Stroke => ({
              id: `${index}-${i}`,
              colour,
              fill,
              size,
              points: line.points.flatMap(([x, y], k) => [
                round(x),
                round(y),
                round(0.5 + 0.2 * Math.sin(k * 0.4), 100),
              ]),
            }),
          ),
        },
        truth: drawn.map(({ line }) => ({ kind: line.kind, object: line.object })),
      }
    })
}

const round = (value: number, by = 10) => Math.round(value * by) / by

if (import.meta.main) {
  const drawings = composeDrawings()
  writeFileSync(
    new URL('drawings.json', import.meta.url),
    `[\n${drawings.map((drawing) => JSON.stringify(drawing)).join(',\n')}\n]\n`,
  )
  console.log(
    drawings.length,
    'drawings,',
    drawings.reduce((sum, { truth }) => sum + truth.length, 0),
    'strokes',
  )
}
