import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Progress, type Recipe, Stopped, type Stroke } from '#models/generator.ts'
import { openBuiltin } from '#models/pipelines/builtin.ts'

const folder = fileURLToPath(new URL('../../models/builtin', import.meta.url))
const never = () => false
const ignore = () => {}
// A machine that does other things, too, takes its time.
const patient = { timeout: 120_000 }

const line = (id: string, points: number[], colour = '#1d1d1f', size = 4): Stroke => ({
  ...{ id, points, colour, size },
  fill: null,
})
const shore = line('shore', [0, 330, 0.5, 480, 322, 0.5, 960, 330, 0.5])
const ridge = line('ridge', [0, 300, 0.5, 200, 150, 0.5, 420, 290, 0.5, 600, 180, 0.5, 960, 310, 0.5])
const daub = line('daub', [300, 450, 0.5, 420, 455, 0.5, 520, 450, 0.5], '#d63a2f', 16)

const recipeOf = (strokes: Stroke[], changes: Partial<Recipe> = {}): Recipe => ({
  ...{ model: 'konte-painter', pass: 'first', width: 256, height: 144, prompt: 'mountains, lake', style: '' },
  ...{ layout: { width: 960, height: 540, strokes }, drawing: new Uint8Array(), follow: 1, seed: 1 },
  ...{ variation: 0, over: null, corrections: {} },
  ...changes,
})

test('what was read and understood is told with the picture', patient, async () => {
  const painter = await openBuiltin({ folder })
  const recipe = recipeOf([ridge, shore], { prompt: 'mountains, lake, xylophone' })
  const { reading, width, height, bytes } = await painter.run(recipe, ignore, never)
  expect(reading!.marks.map(({ stroke }) => stroke)).toEqual(['ridge', 'shore'])
  expect(reading!.words.map(({ means }) => means)).toEqual(['mountain', 'lake'])
  expect(reading!.unknown).toEqual(['xylophone'])
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width, height, channels: 3 })
})

test('a person’s correction is obeyed, a kind that does not exist is not', patient, async () => {
  const painter = await openBuiltin({ folder })
  const corrections = { ridge: 'cliff', shore: 'constructor' }
  const read = (await painter.run(recipeOf([ridge, shore], { corrections }), ignore, never)).reading!.marks
  const plain = (await painter.run(recipeOf([ridge, shore]), ignore, never)).reading!.marks
  expect(read).toMatchObject([{ kind: 'cliff', sure: 1 }, { kind: plain[1]!.kind }])
})

test(
  'a second pass keeps what the take was read as, and reads only what was drawn since',
  patient,
  async () => {
    const painter = await openBuiltin({ folder })
    const first = recipeOf([ridge, shore])
    const reading = {
      marks: [
        { stroke: 'ridge', kind: 'cliff', object: 4, sure: 0.6 },
        { stroke: 'shore', kind: 'sea', object: 7, sure: 0.7 },
      ],
      ...{ words: [], unknown: [] },
    }
    const over = { picture: new Uint8Array(), layout: first.layout, reading, seed: 1, variation: 0 }
    const second = recipeOf([ridge, shore, daub], {
      pass: 'second',
      over,
      seed: 9,
      corrections: { shore: 'lake' },
    })
    const { marks } = (await painter.run(second, ignore, never)).reading!
    expect(marks.slice(0, 2)).toEqual([
      reading.marks[0],
      { stroke: 'shore', kind: 'lake', object: 7, sure: 1 },
    ])
    expect(marks[2]).toMatchObject({ stroke: 'daub' })
    expect(marks[2]!.object).toBeGreaterThan(7)
  },
)

test('paint laid on in a second pass is seen where it was laid', patient, async () => {
  const painter = await openBuiltin({ folder })
  const first = recipeOf([ridge, shore])
  const { reading } = await painter.run(first, ignore, never)
  const over = { picture: new Uint8Array(), layout: first.layout, reading, seed: 1, variation: 0 }
  const size = { width: 512, height: 288 }
  const redAt = async (strokes: Stroke[]) => {
    const { bytes } = await painter.run(recipeOf(strokes, { pass: 'second', over, ...size }), ignore, never)
    const place = { left: 176, top: 236, width: 88, height: 8 }
    const [red, , blue] = (await sharp(await sharp(bytes).extract(place).toBuffer()).stats()).channels
    return red!.mean - blue!.mean
  }
  expect((await redAt([ridge, shore, daub])) - (await redAt([ridge, shore]))).toBeGreaterThan(25)
})

test('an empty panel with words is painted, too', patient, async () => {
  const painter = await openBuiltin({ folder })
  const { bytes } = await painter.run(recipeOf([], { prompt: '雪の村、夜' }), ignore, never)
  expect((await sharp(bytes).stats()).isOpaque).toBe(true)
})

test('a stop is heard between steps', patient, async () => {
  const painter = await openBuiltin({ folder })
  const seen: Progress[] = []
  const run = painter.run(
    recipeOf([ridge, shore]),
    (progress) => void seen.push(progress),
    () => seen.length > 0,
  )
  await expect(run).rejects.toBeInstanceOf(Stopped)
  expect(seen).toHaveLength(1)
})
