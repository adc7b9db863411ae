import { join } from 'node:path'
import { isKind } from '../builtin/kinds.ts'
import { paint } from '../builtin/painter/paint.ts'
import { openReader, type Reader } from '../builtin/reader/reader.ts'
import type { Mark, Scene } from '../builtin/scene.ts'
import { type Understanding, understand } from '../builtin/words/understand.ts'
import { type Progress, type Reading, type Recipe, Stopped } from '../generator.ts'
import { encodePng, encodePreview, type Pixels } from '../image.ts'
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
  const words = understand(recipe.prompt, recipe.style)
  const marks = correct(await reader.read(recipe.layout, words.tokens), recipe.corrections)
  await breathe()
  halt()
  const scene = sceneOf(recipe, marks, words)
  const picture = await paint(scene, {
    ...{ width: recipe.width, height: recipe.height, follow: recipe.follow },
    ...{ seed: recipe.seed, variation: recipe.variation, stopped },
    async onStage(stage: string, step: number, steps: number, pixels: Pixels) {
      onProgress({ step, steps, stage, preview: await encodePreview(pixels) })
      halt()
    },
  })
  halt()
  return {
    ...(await encodePng(picture)),
    reading: readingOf(marks, words),
    device: 'CPU',
  }
}

/** What people said a stroke is, it is. */
function correct(marks: Mark[], corrections: Recipe['corrections']): Mark[] {
  return marks.map((mark) => {
    const kind = corrections[mark.stroke.id]
    return kind !== undefined && isKind(kind) ? { ...mark, kind, sure: 1 } : mark
  })
}

function sceneOf({ layout }: Recipe, marks: Mark[], { mood, wanted }: Understanding): Scene {
  return { width: layout.width, height: layout.height, marks, mood, wanted }
}

function readingOf(marks: Mark[], { words, unknown }: Understanding): Reading {
  return {
    marks: marks.map(({ stroke, kind, object, sure }) => ({ stroke: stroke.id, kind, object, sure })),
    ...{ words, unknown },
  }
}

/** Lets a cancellation be heard. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
