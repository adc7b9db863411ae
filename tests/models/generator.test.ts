import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openGenerator } from '#models/childGenerator.ts'
import { Died, type Progress, type Recipe, Stopped, Unable } from '#models/generator.ts'

const program = fileURLToPath(new URL('./scriptedPainter.ts', import.meta.url))

const recipeOf = (prompt: string): Recipe => ({
  ...{ model: 'konte-painter', pass: 'first', width: 64, height: 36, prompt, style: '', follow: 1, seed: 1 },
  ...{ layout: { width: 960, height: 540, strokes: [] }, drawing: new Uint8Array(), variation: 0 },
  ...{ over: null, corrections: {} },
})

/** A generator over the scripted process, and the events of its log. */
async function scripted({
  modelsDir = '',
  ...limits
}: {
  modelsDir?: string
  patienceMs?: number
  silenceMs?: number
} = {}) {
  const events: string[] = []
  const write = (event: string) => void events.push(event)
  const log = { info: write, warn: write, error: write }
  const generator = await openGenerator({ modelsDir, log, program, ...limits })
  onTestFinished(() => generator.close())
  /** The stage at which a run is, from the moment it has begun. */
  const begin = (prompt: string, signal = new AbortController().signal) => {
    let begun = (_: Progress) => {}
    const isBegun = new Promise<Progress>((resolve) => {
      begun = resolve
    })
    const painting = generator.run(recipeOf(prompt), begun, signal)
    painting.catch(() => {})
    return { painting, isBegun }
  }
  return { generator, events, begin }
}

test('a painting process that dies is replaced, and only the picture it was making is lost', {
  timeout: 60_000,
}, async () => {
  const { begin, events } = await scripted()
  const before = await begin('paint').painting
  await expect(begin('die').painting).rejects.toBeInstanceOf(Died)
  const after = await begin('paint').painting
  expect(after.model.name).not.toBe(before.model.name)
  expect(events).toContain('painter.died')
})

test('a process that does not stop when it is asked to is killed', { timeout: 60_000 }, async () => {
  const { begin, events } = await scripted({ patienceMs: 50 })
  const halt = new AbortController()
  const run = begin('block', halt.signal)
  await run.isBegun
  halt.abort()
  await expect(run.painting).rejects.toBeInstanceOf(Stopped)
  expect(events).toContain('painter.wouldNotStop')
  await begin('paint').painting
})

test('a process that says nothing for too long is killed, and that is a death', {
  timeout: 60_000,
}, async () => {
  const { begin, events } = await scripted({ silenceMs: 300 })
  await expect(begin('block').painting).rejects.toBeInstanceOf(Died)
  expect(events).toContain('painter.stuck')
})

test('a run that is stopped before its turn never begins', { timeout: 60_000 }, async () => {
  const { begin } = await scripted()
  const [first, second] = [new AbortController(), new AbortController()]
  const running = begin('wait', first.signal)
  const waiting = begin('paint', second.signal)
  await running.isBegun
  second.abort()
  first.abort()
  await expect(running.painting).rejects.toBeInstanceOf(Stopped)
  await expect(waiting.painting).rejects.toBeInstanceOf(Stopped)
})

test('what a person can do something about comes in words, a bug does not', { timeout: 60_000 }, async () => {
  const { begin } = await scripted()
  await expect(begin('unable').painting).rejects.toThrow(new Unable('Draw something first.'))
  const bug = await begin('bug').painting.catch((error) => error)
  expect(bug).not.toBeInstanceOf(Unable)
})

test('progress of an earlier run is not taken for that of this one', { timeout: 60_000 }, async () => {
  const { generator } = await scripted()
  const stages: string[] = []
  await generator.run(recipeOf('paint'), ({ stage }) => stages.push(stage), new AbortController().signal)
  expect(stages).toEqual(['paint'])
})

test('a painter that does not start says so of its model, and a run is a death', {
  timeout: 60_000,
}, async () => {
  const { generator, begin } = await scripted({ modelsDir: 'dead' })
  expect(await generator.models()).toMatchObject([{ id: 'konte-painter', ready: false }])
  await expect(begin('paint').painting).rejects.toBeInstanceOf(Died)
})
