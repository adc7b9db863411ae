import { expect, test } from 'vitest'
import type { Role } from '#db/access.ts'
import { AssetHash, BoardId } from '#db/ids.ts'
import { takes as rows } from '#db/tables.ts'
import type { House } from '#server/house.ts'
import { takes } from '#server/takes/router.ts'
import { createCaller } from '#server/trpc.ts'
import {
  aCapture,
  aHouse,
  aPanel,
  aPerson,
  aPng,
  aSeat,
  ask,
  aWorker,
  hashOfNothing,
  stateAt,
  type TakesHouse,
  takesAt,
  untilState,
} from './aHouse.ts'

const board = BoardId.parse('board')

/** The API as a page has it, for somebody of a role. */
function apiOf(house: TakesHouse, role: Role = 'artist', name = 'Ana') {
  const seatAt: House['seatAt'] = (board) => aSeat(house, { name, role, board })
  const full = { ...house, seatAt } as unknown as House
  return createCaller(takes)({
    house: full,
    person: aPerson(name),
    requestId: 'r1',
    origin: 'http://here',
    language: 'en',
  })
}

const plain = { board, pass: 'first', style: '', variations: 1 } as const
const onPanel = { prompt: '', follow: 0.8, seed: null, parent: null }

test('everyone sees at once who asked for what, and where it is in the line', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const [panel, other] = [aPanel(), aPanel()]
  const captured = await aCapture(house)
  const panels = [
    { panel, ...captured, ...onPanel, prompt: 'a lake', seed: 7 },
    { panel: other, ...captured, ...onPanel },
  ]
  const ids = await apiOf(house).request({ ...plain, style: 'gouache', variations: 2, panels })
  const seen = takesAt(seat)
  expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort())
  expect(ids.map((id) => stateAt(seat, id))).toEqual([0, 1, 2, 3].map((ahead) => ({ kind: 'queued', ahead })))
  expect(seen.filter((take) => take.panel === panel)).toMatchObject([
    {
      prompt: 'a lake',
      style: 'gouache',
      seed: 7,
      variation: 0,
      by: { name: 'Ana' },
      model: 'konte-painter',
    },
    { seed: 7, variation: 1, capture: captured },
  ])
})

test('variations share one new seed of 31 bits', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  await ask(seat, house, { variations: 4 })
  const seeds = new Set(takesAt(seat).map(({ seed }) => seed))
  expect(seeds.size).toBe(1)
  const [seed] = [...seeds]
  expect(Number.isInteger(seed) && seed! >= 0 && seed! < 2 ** 31).toBe(true)
})

test('a prompt of 100 kB is refused in one sentence', async () => {
  const house = await aHouse()
  const panels = [{ panel: aPanel(), ...(await aCapture(house)), ...onPanel, prompt: 'x'.repeat(100_000) }]
  await expect(apiOf(house).request({ ...plain, panels })).rejects.toThrow(
    'The words of a panel may have 2,000 characters.',
  )
})

test('a reviewer may not ask, and a fifth variation does not exist', async () => {
  const house = await aHouse()
  const panels = [{ panel: aPanel(), ...(await aCapture(house)), ...onPanel }]
  await expect(apiOf(house, 'reviewer').request({ ...plain, panels })).rejects.toThrow(
    'As reviewer you may not',
  )
  await expect(apiOf(house).request({ ...plain, variations: 5, panels })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('a capture that is missing, no PNG, or no strokes is refused and queues nothing', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const good = await aCapture(house)
  const json = await house.assets.put(Buffer.from('{"version":2}'), { mime: 'application/json' })
  const long = await aCapture(house, 300, { width: 4000, height: 16 })
  const bad: [Partial<typeof good>, string][] = [
    [{ picture: hashOfNothing }, 'did not arrive'],
    [{ strokes: AssetHash.parse('e'.repeat(64)) }, 'did not arrive'],
    [{ picture: good.strokes }, 'is not a PNG'],
    [{ strokes: json }, 'cannot be read'],
    [{ strokes: await aPng(house.assets, { width: 8, height: 8 }) }, 'cannot be read'],
    [long, 'four times as long'],
  ]
  for (const [wrong, words] of bad)
    await expect(ask(seat, house, { ...good, ...wrong })).rejects.toThrow(words)
  expect(house.db.select().from(rows).all()).toEqual([])
})

test('a model that is not here, or not ready, is refused with its reason', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  await expect(ask(seat, house, { model: 'dreams' })).rejects.toMatchObject({ kind: 'modelMissing' })
  Object.assign((await house.generator.models())[0]!, { ready: false, reason: 'Its file is missing.' })
  await expect(ask(seat, house)).rejects.toThrow('Its file is missing.')
})

test('a person may have only so many waiting; the whole request is refused', async () => {
  const house = await aHouse({ QUEUE_PER_PERSON: 3 })
  const seat = await aSeat(house)
  await ask(seat, house, { variations: 2 })
  await expect(ask(seat, house, { variations: 2 })).rejects.toMatchObject({ kind: 'busy' })
  expect(takesAt(seat)).toHaveLength(2)
  await ask(await aSeat(house, { name: 'Ben' }), house, { variations: 2 })
})

test('asking again with a newer drawing drops what still waits for the older one', async () => {
  const house = await aHouse({ QUEUE_PER_PERSON: 2 })
  const [seat, ben] = [await aSeat(house), await aSeat(house, { name: 'Ben' })]
  const panel = aPanel()
  const [running] = await ask(seat, house, { panel })
  house.jobs.claim('w')
  const [old] = await ask(seat, house, { panel, ...(await aCapture(house, 200)) })
  const [bens] = await ask(ben, house, { panel })
  const [newer] = await ask(seat, house, { panel, ...(await aCapture(house, 210)) })
  expect(stateAt(seat, old!)).toEqual({ kind: 'cancelled', by: 'superseded' })
  expect([running, bens, newer].map((id) => stateAt(seat, id!)?.kind)).toEqual(['queued', 'queued', 'queued'])
})

test('another seed, other words or another pass are another wish, and drop nothing', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const panel = aPanel()
  await ask(seat, house, { panel })
  await ask(seat, house, { panel })
  const newer = await aCapture(house, 200)
  await ask(seat, house, { panel, ...newer, prompt: 'snow' })
  await ask(seat, house, { panel, ...newer, seed: 5 })
  await ask(seat, house, { panel, ...newer, follow: 0.1 })
  expect(takesAt(seat).map(({ state }) => state.kind)).toEqual(Array(5).fill('queued'))
})

test('a second pass needs a finished take of the same panel', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const panel = aPanel()
  const [parent] = await ask(seat, house, { panel })
  const second = { pass: 'second', panel, parent: parent! } as const
  await expect(ask(seat, house, second)).rejects.toThrow('needs a finished take')
  aWorker(house)
  const { nextRun } = house.generator as unknown as { nextRun(): Promise<{ finish(): Promise<void> }> }
  await (await nextRun()).finish()
  await untilState(seat, parent!, 'done')
  await expect(ask(seat, house, { ...second, panel: aPanel() })).rejects.toThrow('needs a finished take')
  await expect(ask(seat, house, { ...second, pass: 'first' })).rejects.toThrow('works over no other')
  const [id] = await ask(seat, house, second)
  expect(takesAt(seat).find((take) => take.id === id)?.parent).toBe(parent)
})

test('only who asked or a director may cancel or remove', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const [first, second, third] = await ask(seat, house, { variations: 3 })
  const refused = 'Only who asked for this take, or a director'
  await expect(apiOf(house, 'artist', 'Ben').cancel({ board, take: first! })).rejects.toThrow(refused)
  await expect(apiOf(house, 'artist', 'Ben').remove({ board, take: first! })).rejects.toThrow(refused)
  await apiOf(house, 'artist', 'Ana').cancel({ board, take: first! })
  await apiOf(house, 'director', 'Dana').cancel({ board, take: second! })
  expect([first, second].map((id) => stateAt(seat, id!))).toEqual([
    { kind: 'cancelled', by: 'Ana' },
    { kind: 'cancelled', by: 'Dana' },
  ])
  expect(stateAt(seat, third!)).toEqual({ kind: 'queued', ahead: 2 })
})

test('a removed take leaves the board, and how it was made is kept', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const [id] = await ask(seat, house)
  await apiOf(house).remove({ board, take: id! })
  expect(takesAt(seat)).toEqual([])
  expect(house.db.select().from(rows).all()).toMatchObject([
    { id, removed: expect.any(Date), kind: 'cancelled' },
  ])
  await expect(apiOf(house).remove({ board, take: id! })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a take of another board cannot be reached from here', async () => {
  const house = await aHouse()
  const elsewhere = BoardId.parse('elsewhere')
  const [id] = await ask(await aSeat(house, { board: elsewhere }), house)
  await expect(apiOf(house).cancel({ board, take: id! })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(apiOf(house).show({ board, panel: aPanel(), take: id! })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a page is told which words were understood, in both languages', async () => {
  const api = apiOf(await aHouse(), 'reviewer')
  const read = await api.understand({ board, prompt: 'a lake at dusk, xylophone', style: '' })
  expect(read.words.map(({ means }) => means)).toEqual(['lake', 'dusk'])
  expect(read.unknown).toEqual(['xylophone'])
  expect((await api.understand({ board, prompt: '雪の村', style: '' })).words.length).toBeGreaterThan(0)
  expect((await api.knownWords({ board })).length).toBeGreaterThan(40)
})
