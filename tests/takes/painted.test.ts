import sharp from 'sharp'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Preview } from '#db/board/messages.ts'
import { openGenerator } from '#models/childGenerator.ts'
import { cancelTake } from '#server/takes/cancel.ts'
import {
  aCapture,
  aHouse,
  aPanel,
  aSeat,
  ask,
  aWorker,
  stateAt,
  type TakesHouse,
  untilState,
} from './aHouse.ts'

// The real painter in its real process, under whatever else the machine is doing.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

async function painting(changes: Parameters<typeof aHouse>[0] = {}) {
  const pids: number[] = []
  const deaths: unknown[] = []
  const log = {
    info: (event: string, fields = {}) =>
      event === 'painter.started' && pids.push((fields as { pid: number }).pid),
    warn: (event: string, fields = {}) => event === 'painter.died' && deaths.push(fields),
    error: () => {},
  }
  const generator = await openGenerator({ modelsDir: '/nowhere', log, patienceMs: 60_000 })
  onTestFinished(() => generator.close())
  const house = await aHouse(changes, generator)
  const seat = await aSeat(house)
  aWorker(house)
  const previews: Preview[] = []
  let onPreview = (_: Preview) => {}
  seat.room.showPreview = (preview) => {
    previews.push(preview)
    onPreview(preview)
  }
  const nextPreview = () => new Promise<Preview>((resolve) => (onPreview = resolve))
  return { house, seat, pids, deaths, previews, nextPreview }
}

const pixelsOf = async ({ assets }: TakesHouse, state: ReturnType<typeof stateAt>) => {
  if (state?.kind !== 'done') throw new Error(`not done: ${JSON.stringify(state)}`)
  const { bytes } = await assets.get(state.picture)
  return sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

test('a drawn line and a few words become a picture that sharpens before the eyes', async () => {
  const { house, seat, previews } = await painting()
  const [id] = await ask(seat, house, { prompt: 'a lake at dusk, mountains', seed: 3 })
  const { state } = await untilState(seat, id!, 'done')
  const { data, info } = await pixelsOf(house, state)
  expect([info.width, info.height]).toEqual([1024, 576])
  expect(new Set(data.filter((_, at) => at % 997 === 0)).size).toBeGreaterThan(20)
  expect(state).toMatchObject({ device: expect.stringContaining('CPU'), model: { id: 'konte-painter' } })
  expect(previews.length).toBeGreaterThan(2)
  for (const { webp } of previews) {
    expect(webp.byteLength).toBeLessThanOrEqual(30_000)
    expect((await sharp(webp).metadata()).width).toBeLessThanOrEqual(512)
  }
})

test('the same recipe is the same picture, another word another', async () => {
  const { house, seat } = await painting()
  const same = { prompt: 'a lake in summer, noon', seed: 11, ...(await aCapture(house)) }
  const ids = [
    ...(await ask(seat, house, same)),
    ...(await ask(seat, house, same)),
    ...(await ask(seat, house, { ...same, prompt: 'a lake in winter, night' })),
  ]
  const pixels: Buffer[] = []
  for (const id of ids) pixels.push((await pixelsOf(house, (await untilState(seat, id, 'done')).state)).data)
  expect(pixels[0]!.equals(pixels[1]!)).toBe(true)
  const changed = pixels[0]!.filter((value, at) => Math.abs(value - pixels[2]![at]!) > 12).length
  expect(changed).toBeGreaterThan(pixels[0]!.length / 4)
})

test('a painter that is killed in the middle of a take is replaced, and the take is painted', async () => {
  const { house, seat, pids, deaths, nextPreview } = await painting()
  const [id] = await ask(seat, house, { prompt: 'mountains' })
  await nextPreview()
  process.kill(pids[0]!, 'SIGKILL')
  await untilState(seat, id!, 'done')
  expect(pids).toHaveLength(2)
  expect(deaths).toMatchObject([{ signal: 'SIGKILL' }])
})

test('a painter that is killed every time fails the take in words, and the board goes on', async () => {
  const { house, seat, pids, nextPreview } = await painting({ JOB_ATTEMPTS: 2 })
  const [id, next] = await ask(seat, house, { prompt: 'mountains', variations: 2 })
  for (const attempt of [0, 1]) {
    for (let seen = await nextPreview(); seen.take !== id; ) seen = await nextPreview()
    process.kill(pids[attempt]!, 'SIGKILL')
  }
  const { state } = await untilState(seat, id!, 'failed')
  expect(state).toMatchObject({ reason: expect.stringContaining('Ask for it again') })
  await untilState(seat, next!, 'done')
})

test('a cancelled take stops within a step, in the same process', async () => {
  const { house, seat, pids, previews, nextPreview } = await painting()
  const [id, next] = await ask(seat, house, { prompt: 'mountains, forest', variations: 2 })
  await nextPreview()
  cancelTake(seat, house, id!)
  const shown = previews.length
  await untilState(seat, next!, 'done')
  expect(stateAt(seat, id!)).toEqual({ kind: 'cancelled', by: 'Ana' })
  expect(previews.slice(shown).every(({ take }) => take === next)).toBe(true)
  expect(pids).toHaveLength(1)
})

test('a second pass paints the take again at twice the size', async () => {
  const { house, seat } = await painting()
  const panel = aPanel()
  const [first] = await ask(seat, house, { panel, prompt: 'a lake at noon', seed: 3 })
  const parent = await untilState(seat, first!, 'done')
  const [second] = await ask(seat, house, {
    panel,
    pass: 'second',
    prompt: 'a lake at noon',
    seed: 3,
    parent: first!,
  })
  const { state } = await untilState(seat, second!, 'done')
  expect(state).toMatchObject({ width: 2048, height: 1152 })
  const sizes = { width: 64, height: 36 }
  const small = async (one: typeof state) => {
    const { data, info } = await pixelsOf(house, one)
    return sharp(data, { raw: info }).resize(sizes).raw().toBuffer()
  }
  const [a, b] = [await small(parent.state), await small(state)]
  const far = a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length
  expect(far).toBeLessThan(24)
})
