import { readFileSync } from 'node:fs'
import { openReader } from '../builtin/reader/reader.ts'
import { understand } from '../builtin/words/understand.ts'
import type { Layout } from '../generator.ts'
import type { KnownDrawing } from './compose.ts'

/** One stroke as it is and as it was read. */
type Told = { manner: string; kind: string; read: string; sameThing: number }

export type Sheet = {
  drawings: number
  strokes: number
  /** Share of strokes whose kind was read rightly; the same where the prompt is withheld. */
  accuracy: number
  withoutWords: number
  /** Share of strokes whose read thing and true thing overlap by half or more (intersection over union of strokes). */
  instances: number
  kinds: Record<string, number>
  manners: Record<string, number>
  /** Commonest mistakes: `true > read`, times. */
  mistakes: Record<string, number>
  milliseconds: { median: number; most: number }
}

const share = (told: Told[]) => round(told.filter(({ kind, read }) => kind === read).length / told.length)
const round = (value: number) => Math.round(value * 1000) / 1000

const grouped = (told: Told[], by: 'kind' | 'manner') =>
  Object.fromEntries(
    [...Map.groupBy(told, (one) => one[by])].map(([name, list]) => [name, share(list)]).sort(),
  )

/** Overlap of the set of strokes read as one thing with the set that is one thing, for stroke `i`. */
const overlap = (read: number[], truth: number[], i: number) => {
  let [both, either] = [0, 0]
  read.forEach((group, j) => {
    const [inRead, inTruth] = [group === read[i], truth[j] === truth[i]]
    if (inRead && inTruth) both++
    if (inRead || inTruth) either++
  })
  return both / either
}

export const evaluateReader = async (file: string, drawings: KnownDrawing[]): Promise<Sheet> => {
  const reader = await openReader(file)
  const times: number[] = []
  const readAll = async (said: (prompt: string) => number[]) => {
    const told: Told[] = []
    for (const { layout, prompt, truth, manner } of drawings) {
      const began = performance.now()
      const marks = await reader.read(layout as Layout, said(prompt))
      times.push(performance.now() - began)
      const [things, groups] = [marks.map(({ object }) => object), truth.map(({ object }) => object)]
      marks.forEach(({ kind }, i) => {
        told.push({ manner, kind: truth[i]!.kind, read: kind, sameThing: overlap(things, groups, i) })
      })
    }
    return told
  }
  const told = await readAll((prompt) => understand(prompt, '').tokens)
  const wordless = await readAll(() => [])
  await reader.close()
  times.sort((a, b) => a - b)
  const wrong = Map.groupBy(
    told.filter(({ kind, read }) => kind !== read),
    ({ kind, read }) => `${kind} > ${read}`,
  )
  return {
    drawings: drawings.length,
    strokes: told.length,
    accuracy: share(told),
    withoutWords: share(wordless),
    instances: round(told.filter(({ sameThing }) => sameThing >= 0.5).length / told.length),
    kinds: grouped(told, 'kind'),
    manners: grouped(told, 'manner'),
    mistakes: Object.fromEntries(
      [...wrong]
        .map(([name, list]) => [name, list.length] as const)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 30),
    ),
    milliseconds: { median: round(times[times.length >> 1]!), most: round(times.at(-1)!) },
  }
}

if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const file = process.argv[2] ?? here('../builtin/reader/reader.onnx').pathname
  const drawings = JSON.parse(readFileSync(here('drawings.json'), 'utf8')) as KnownDrawing[]
  console.log(JSON.stringify(await evaluateReader(file, drawings), null, 1))
}
