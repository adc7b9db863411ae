import { join } from 'node:path'
import { isKind } from '../builtin/kinds.ts'
import { type Over, paint } from '../builtin/painter/paint.ts'
import { openReader, type Reader } from '../builtin/reader/reader.ts'
import type { Mark } from '../builtin/scene.ts'
import { type Understanding, understand } from '../builtin/words/understand.ts'
import { type Progress, type Reading, type Recipe, Stopped } from '../generator.ts'
import { encodePng, encodePreview } from '../image.ts'
import type { OpenPipeline, Pipeline } from './pipeline.ts'

/** Strokes and words are read, the reading is corrected by people, and the scene is painted. */
export const openBuiltin: OpenPipeline = async ({ folder }) => {
  const reader = await openReader(join(folder, 'reader', 'reader.onnx'))
  return { run: (recipe, onProgress, stopped) => runBuiltin(reader, recipe, onProgress, stopped) }
}

async function runBuiltin(
  reader: Reader,
  recipe: Recipe,
  onProgress: (progress: Progress) => void,
  stopped: () => boolean,
): ReturnType<Pipeline['run']> {
  const halt = () => {
    if (stopped()) throw new Stopped()
  }
  const { width, height, follow, seed, variation, layout } = recipe
  const words = understand(recipe.prompt, recipe.style)
  const over = await readOver(reader, recipe, words)
  const marks = keep(over, correct(await reader.read(layout, words.tokens), recipe.corrections))
  await breathe()
  halt()
  const { mood, wanted } = words
  const picture = await paint(
    { width: layout.width, height: layout.height, marks, mood, wanted },
    {
      ...{ width, height, follow, seed, variation, stopped },
      ...(over && { over }),
      async onStage(stage, step, steps, pixels) {
        onProgress({ step, steps, stage, preview: await encodePreview(pixels) })
        halt()
      },
    },
  )
  halt()
  return { ...(await encodePng(picture)), reading: readingOf(marks, words), device: 'CPU' }
}

/** What people said a stroke is, it is. */
function correct(marks: Mark[], corrections: Recipe['corrections']): Mark[] {
  return marks.map((mark) => {
    const kind = corrections[mark.stroke.id]
    return kind !== undefined && isKind(kind) ? { ...mark, kind, sure: 1 } : mark
  })
}

/** The take that a second pass works over, as it was read then. */
async function readOver(reader: Reader, { over }: Recipe, { tokens }: Understanding): Promise<Over | null> {
  if (!over) return null
  const { layout, reading, seed, variation } = over
  const read = new Map(reading?.marks.map((mark) => [mark.stroke, mark]))
  const marks = layout.strokes.flatMap((stroke): Mark[] => {
    const mark = read.get(stroke.id)
    return mark && isKind(mark.kind) ? [{ ...mark, kind: mark.kind, stroke }] : []
  })
  const isWhole = marks.length === layout.strokes.length
  return { marks: isWhole ? marks : await reader.read(layout, tokens), seed, variation }
}

/** In a second pass, strokes of the take stay what they were; only what was drawn since is read anew. */
function keep(over: Over | null, marks: Mark[]): Mark[] {
  if (!over) return marks
  const before = new Map(over.marks.map((mark) => [mark.stroke.id, mark]))
  const taken = 1 + over.marks.reduce((most, { object }) => Math.max(most, object), 0)
  return marks.map((mark) => {
    const old = before.get(mark.stroke.id)
    if (!old) return { ...mark, object: taken + mark.object }
    const { kind, sure } = mark.sure === 1 ? mark : old
    return { stroke: mark.stroke, object: old.object, kind, sure }
  })
}

function readingOf(marks: Mark[], { words, unknown }: Understanding): Reading {
  return {
    marks: marks.map(({ stroke, kind, object, sure }) => ({ stroke: stroke.id, kind, object, sure })),
    ...{ words, unknown },
  }
}

/** Lets a cancellation be heard. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
