import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Layout, Stroke } from '../../generator.ts'
import type { Kind } from '../kinds.ts'
import { kinds } from '../kinds.ts'
import type { Mark } from '../scene.ts'
import { concepts } from '../words/lexicon.ts'
import { agreeByObject } from './agree.ts'
import { standApart } from './apart.ts'
import { expectNamed } from './expect.ts'
import { featureWidth, layoutFeatures } from './features.ts'
import { groupStrokes } from './group.ts'

/** A mark, and what else it may be, likeliest first: what a person is offered who corrects it. */
export type ReadMark = Mark & { rivals: Kind[] }

export type Reader = {
  /**
   * What each stroke is and which strokes make one thing. A `detail` that shares its object with another kind
   * belongs to it (a window of the house, a ripple of the lake); one that does not is a mark on its own.
   */
  read(layout: Layout, tokens: number[]): Promise<ReadMark[]>
  close(): Promise<void>
}

/** Below this likelihood a stroke is `unknown`: it stays a line, which is better than a wrong thing. */
const sureEnough = 0.25

export const openReader = async (file: string): Promise<Reader> => {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 2 })
  return {
    read: (layout, tokens) => readLayout(session, layout, tokens),
    close: () => session.release(),
  }
}

const readLayout = async (
  session: InferenceSession,
  layout: Layout,
  tokens: number[],
): Promise<ReadMark[]> => {
  const words = new Float32Array(concepts.length + 1)
  for (const token of tokens) words[token] = 1
  const seen = await look(session, layout, words)
  if (!seen) return layout.strokes.map((stroke, object) => leftOut(stroke, object))
  const count = seen.kept.length
  const objects = groupStrokes(seen.same, count)
  const likely = agreeByObject(expectNamed(softmaxRows(seen.kinds, kinds.length), tokens), objects)
  const rows = new Map(seen.kept.map((place, row) => [place, row]))
  const marks = layout.strokes.map((stroke, place) => {
    const row = rows.get(place)
    return row === undefined ? leftOut(stroke, count + place) : mark(stroke, likely[row]!, objects[row]!)
  })
  const apart = standApart(marks)
  return marks.map((read, at) => ({ ...read, object: apart[at]! }))
}

/** The net's answer: logits of each stroke's kind, and of each pair being one thing. */
const look = async (session: InferenceSession, layout: Layout, words: Float32Array) => {
  const { features, kept } = layoutFeatures(layout)
  if (kept.length === 0) return null
  const answer = await session.run({
    strokes: new Tensor('float32', features, [1, kept.length, featureWidth]),
    words: new Tensor('float32', words, [1, words.length]),
  })
  return { kept, kinds: answer.kinds!.data as Float32Array, same: answer.same!.data as Float32Array }
}

/** A dot, or one of the shortest of very many strokes. */
const leftOut = (stroke: Stroke, object: number): ReadMark => ({
  stroke,
  kind: 'detail',
  object,
  sure: 0,
  rivals: [],
})

const mark = (stroke: Stroke, likely: number[], object: number): ReadMark => {
  const ranked = likely.map((sure, index) => ({ sure, kind: kinds[index]! })).sort((a, b) => b.sure - a.sure)
  const { kind, sure } = ranked[0]!
  return {
    stroke,
    kind: sure < sureEnough ? 'unknown' : kind,
    object,
    sure,
    rivals: ranked.slice(sure < sureEnough ? 0 : 1, 6).map(({ kind }) => kind),
  }
}

const softmaxRows = (logits: Float32Array, width: number): number[][] =>
  Array.from({ length: logits.length / width }, (_, row) => {
    const values = logits.subarray(row * width, (row + 1) * width)
    const top = Math.max(...values)
    const powers = Array.from(values, (value) => Math.exp(value - top))
    const sum = powers.reduce((total, power) => total + power, 0)
    return powers.map((power) => power / sum)
  })
