import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { shownTake } from '#db/board/ledger.ts'
import type { Preview } from '#db/board/messages.ts'
import { shownTakes, takes } from '#db/tables.ts'
import { Died, Unable } from '#models/generator.ts'
import { Failure } from '#server/errors.ts'
import { chooseShown } from '#server/takes/show.ts'
import { type FakeGenerator, fakeGenerator } from '#tests/support/fakeGenerator.ts'
import {
  aCapture,
  aHouse,
  aPanel,
  aSeat,
  ask,
  aWorker,
  stateAt,
  takesAt,
  untilLedger,
  untilState,
} from './aHouse.ts'

/** A house with a worker, a seat, and a generator in the test's hand. */
async function atWork(changes: Parameters<typeof aHouse>[0] = {}) {
  const generator: FakeGenerator = fakeGenerator()
  const house = await aHouse(changes, generator)
  return { generator, house, seat: await aSeat(house), worker: aWorker(house) }
}

test('a take is painted before the eyes of everyone, and its picture is kept with how it was made', async () => {
  const { generator, house, seat } = await atWork()
  const previews: Preview[] = []
  seat.room.showPreview = (preview) => void previews.push(preview)
  const [id] = await ask(seat, house, { prompt: 'a lake & <mountains>', seed: 99 })
  const run = await generator.nextRun()
  run.show({
    step: 1,
    steps: 4,
    stage: 'blockin',
    preview: { width: 2, height: 2, bytes: new Uint8Array([1]) },
  })
  const { state } = await untilLedger(seat, (all) =>
    all.find((t) => t.state.kind === 'running' && t.state.step === 1),
  )
  expect(state).toEqual({ kind: 'running', step: 1, steps: 4, stage: 'blockin' })
  expect(previews).toEqual([{ take: id, step: 1, steps: 4, webp: new Uint8Array([1]) }])
  await run.finish()
  const done = (await untilState(seat, id!, 'done')).state
  if (done.kind !== 'done') throw new Error('not done')
  expect(done).toMatchObject({ width: 1024, height: 576, device: 'CPU', model: { id: 'konte-painter' } })
  const { bytes, mime } = await house.assets.get(done.picture)
  const { xmp, comments, width } = await sharp(bytes).metadata()
  expect([mime, width]).toEqual(['image/png', 1024])
  expect(String(xmp)).toContain('digitalsourcetype/algorithmicMedia')
  expect(String(xmp)).toContain('a lake &#38; &#60;mountains&#62;')
  expect(comments?.find(({ keyword }) => keyword === 'parameters')?.text).toContain('Seed: 99')
  expect(JSON.parse(String((await house.assets.get(done.reading!)).bytes))).toMatchObject({ unknown: [] })
  expect(house.db.select().from(takes).where(eq(takes.id, id!)).get()).toMatchObject({
    ...{ kind: 'done', state: done, worker: null, started: expect.any(Date), ended: expect.any(Date) },
  })
})

test('states are told at most five times a second, previews always', async () => {
  const { generator, house, seat } = await atWork()
  let [previews, states] = [0, 0]
  seat.room.showPreview = () => void previews++
  await ask(seat, house)
  const run = await generator.nextRun()
  seat.room.readLedger((ledger) => ledger.on('update', () => states++))
  for (let step = 1; step <= 50; step++)
    run.show({ step, steps: 50, stage: 'masses', preview: { width: 1, height: 1, bytes: new Uint8Array(9) } })
  expect([previews, states]).toEqual([50, 1])
})

test('a finished take becomes the shown one, whatever was chosen before', async () => {
  const { generator, house, seat } = await atWork()
  const panel = aPanel()
  const [first] = await ask(seat, house, { panel })
  await (await generator.nextRun()).finish()
  await untilState(seat, first!, 'done')
  chooseShown(seat, house, panel, null)
  const shown = () => seat.room.readLedger((ledger) => shownTake(ledger, panel, takesAt(seat)))?.id ?? null
  expect(shown()).toBeNull()
  const [second] = await ask(seat, house, { panel })
  await (await generator.nextRun()).finish()
  await untilState(seat, second!, 'done')
  expect(shown()).toBe(second)
  chooseShown(seat, house, panel, first!)
  expect(shown()).toBe(first)
  expect(house.db.select().from(shownTakes).all()).toMatchObject([{ panel, take: first, board: 'board' }])
})

test('a take that cannot be painted fails in its own words, and the next one is run', async () => {
  const { generator, house, seat } = await atWork()
  const [bad, broken, good] = await ask(seat, house, { variations: 3 })
  ;(await generator.nextRun()).fail(new Unable('Draw something first.'))
  ;(await generator.nextRun()).fail(new TypeError('x is not a function'))
  await (await generator.nextRun()).finish()
  await untilState(seat, good!, 'done')
  expect(stateAt(seat, bad!)).toEqual({ kind: 'failed', reason: 'Draw something first.' })
  expect(stateAt(seat, broken!)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('Something broke'),
  })
})

test('a painter that dies in a take gets it once more; then the take fails in words', async () => {
  const { generator, house, seat } = await atWork({ JOB_ATTEMPTS: 2 })
  const [id] = await ask(seat, house)
  ;(await generator.nextRun()).fail(new Died('SIGKILL'))
  ;(await generator.nextRun()).fail(new Died('SIGKILL'))
  const { state } = await untilState(seat, id!, 'failed')
  expect(state).toMatchObject({ reason: expect.stringContaining('stopped in the middle of this take') })
  expect(generator.runs).toHaveLength(2)
})

test('a take that takes too long is stopped and fails in words', async () => {
  const { generator, house, seat } = await atWork({ JOB_SECONDS: 0.05 })
  const [id] = await ask(seat, house)
  const run = await generator.nextRun()
  const { state } = await untilState(seat, id!, 'failed')
  expect(state).toMatchObject({ reason: expect.stringContaining('took too long') })
  expect(run.isOver).toBe(true)
})

test('cancelling a running take stops it, and what it still shows changes nothing', async () => {
  const { generator, house, seat } = await atWork()
  const [id, next] = await ask(seat, house, { variations: 2 })
  const run = await generator.nextRun()
  house.jobs.cancel(id!, 'Ana')
  expect(run.isOver).toBe(true)
  await untilState(seat, id!, 'cancelled')
  run.show({ step: 3, steps: 4, stage: 'late', preview: null })
  expect(stateAt(seat, id!)).toEqual({ kind: 'cancelled', by: 'Ana' })
  await (await generator.nextRun()).finish()
  await untilState(seat, next!, 'done')
  expect(stateAt(seat, id!)).toEqual({ kind: 'cancelled', by: 'Ana' })
})

test('a restart puts the running take back, and it is run again', async () => {
  const { generator, house, seat, worker } = await atWork({ JOB_ATTEMPTS: 1 })
  const [id] = await ask(seat, house)
  await generator.nextRun()
  await worker.close()
  expect(stateAt(seat, id!)).toEqual({ kind: 'queued', ahead: 0 })
  aWorker(house)
  await (await generator.nextRun()).finish()
  await untilState(seat, id!, 'done')
  // Being interrupted was not its own doing.
  expect(house.db.select({ attempts: takes.attempts }).from(takes).all()).toEqual([{ attempts: 1 }])
})

test('a disk that is full fails the take in words', async () => {
  const { generator, house, seat } = await atWork()
  const [id] = await ask(seat, house)
  const run = await generator.nextRun()
  house.assets.put = async () => {
    throw new Failure('diskFull', 'The disk is full.')
  }
  await run.finish()
  const { state } = await untilState(seat, id!, 'failed')
  expect(state).toEqual({ kind: 'failed', reason: 'The disk is full.' })
})

test('a second pass is twice the size, over the parent with its reading', async () => {
  const { generator, house, seat } = await atWork()
  const panel = aPanel()
  const [parent] = await ask(seat, house, { panel, seed: 4 })
  await (await generator.nextRun()).finish()
  await untilState(seat, parent!, 'done')
  await ask(seat, house, { panel, pass: 'second', parent: parent!, ...(await aCapture(house, 100)) })
  const { recipe } = await generator.nextRun()
  expect(recipe).toMatchObject({ pass: 'second', width: 2048, height: 1152, corrections: {} })
  expect(recipe.over).toMatchObject({ seed: 4, variation: 0, reading: { marks: [{ kind: 'lake' }] } })
  expect(recipe.over!.layout.strokes[0]!.points).not.toEqual(recipe.layout.strokes[0]!.points)
  expect((await sharp(recipe.over!.picture).metadata()).width).toBe(1024)
})

test('a second pass over a second pass goes back to the first one’s drawing', async () => {
  const { generator, house, seat } = await atWork()
  const panel = aPanel()
  const [root] = await ask(seat, house, { panel, seed: 4 })
  await (await generator.nextRun()).finish()
  await untilState(seat, root!, 'done')
  const [middle] = await ask(seat, house, {
    ...{ panel, pass: 'second', parent: root!, seed: 5 },
    ...(await aCapture(house, 100)),
  })
  await (await generator.nextRun()).finish()
  await untilState(seat, middle!, 'done')
  await ask(seat, house, { panel, pass: 'second', parent: middle!, seed: 6, ...(await aCapture(house, 50)) })
  const { over, width } = (await generator.nextRun()).recipe
  expect([over!.seed, over!.layout.strokes[0]!.points[1], width]).toEqual([4, 300, 2048])
  expect((await sharp(over!.picture).metadata()).width).toBe(2048)
})
