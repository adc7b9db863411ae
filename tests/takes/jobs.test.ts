import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BoardId, type TakeId } from '#db/ids.ts'
import { takes } from '#db/tables.ts'
import { openJobs } from '#server/takes/jobs.ts'
import { aHouse, aSeat, ask, type TakesHouse } from './aHouse.ts'

const claimAll = ({ jobs }: TakesHouse): string[] => {
  const names: string[] = []
  for (let job = jobs.claim('w'); job; job = jobs.claim('w')) {
    names.push(job.take.by.name)
    jobs.end(job.take.id, 'w', { kind: 'failed', reason: 'for the test' })
  }
  return names
}

const rowOf = ({ db }: TakesHouse, id: TakeId) => db.select().from(takes).where(eq(takes.id, id)).get()!

/** As if the worker had not been heard of for a long time. */
const letLeaseEnd = ({ db }: TakesHouse, id: TakeId) =>
  db
    .update(takes)
    .set({ leaseUntil: new Date(0) })
    .where(eq(takes.id, id))
    .run()

test('one take is not starved by forty of somebody else', async () => {
  const house = await aHouse()
  const [ana, ben] = [await aSeat(house), await aSeat(house, { name: 'Ben' })]
  for (let n = 0; n < 10; n++) await ask(ana, house, { variations: 4 })
  const first = house.jobs.claim('w')!
  const [bens] = await ask(ben, house)
  expect(rowOf(house, bens!).state).toEqual({ kind: 'queued', ahead: 0 })
  house.jobs.end(first.take.id, 'w', { kind: 'failed', reason: 'for the test' })
  expect(claimAll(house).slice(0, 3)).toEqual(['Ben', 'Ana', 'Ana'])
})

test('people who have many waiting take turns', async () => {
  const house = await aHouse()
  const seats = [await aSeat(house), await aSeat(house, { name: 'Ben' }), await aSeat(house, { name: 'Cem' })]
  for (const seat of seats) await ask(seat, house, { variations: 3 })
  const order = claimAll(house)
  for (const round of [order.slice(0, 3), order.slice(3, 6), order.slice(6)])
    expect([...round].sort()).toEqual(['Ana', 'Ben', 'Cem'])
})

test("one person's takes are run in the order of the request", async () => {
  const house = await aHouse()
  const ids = await ask(await aSeat(house), house, { variations: 4 })
  const run = ids.map(() => house.jobs.claim('w')!.take.id)
  expect(run).toEqual(ids)
})

test('a place in the line is right in every row, on every board, whatever happens before it', async () => {
  const house = await aHouse()
  const ana = await aSeat(house)
  const elsewhere = await aSeat(house, { name: 'Ben', board: BoardId.parse('elsewhere') })
  const [a1, a2] = await ask(ana, house, { variations: 2 })
  const [b1, b2] = await ask(elsewhere, house, { variations: 2 })
  const ahead = () => [a1, b1, a2, b2].map((id) => rowOf(house, id!).state)
  expect(ahead()).toMatchObject([{ ahead: 0 }, { ahead: 1 }, { ahead: 2 }, { ahead: 3 }])
  house.jobs.cancel(b1!, 'Ben')
  expect(ahead()).toMatchObject([{ ahead: 0 }, { kind: 'cancelled' }, { ahead: 2 }, { ahead: 1 }])
  house.jobs.claim('w')
  expect(ahead()).toMatchObject([{ kind: 'running' }, {}, { ahead: 1 }, { ahead: 0 }])
})

test('only rows whose place changed are written and told of', async () => {
  const house = await aHouse()
  const ana = await aSeat(house)
  const [first, , last] = await ask(ana, house, { variations: 3 })
  const told: TakeId[][] = []
  house.jobs.events.on('changed', (changed) => told.push(changed.map(({ take }) => take)))
  house.jobs.cancel(last!, 'Ana')
  expect(told).toEqual([[last]])
  house.jobs.cancel(last!, 'Ana')
  expect(told).toHaveLength(1)
  house.jobs.cancel(first!, 'Ana')
  expect(told[1]).toHaveLength(2)
})

test('priority goes before turns', async () => {
  const house = await aHouse()
  await ask(await aSeat(house), house)
  const [urgent] = await ask(await aSeat(house, { name: 'Ben' }), house)
  house.db.update(takes).set({ priority: 1 }).where(eq(takes.id, urgent!)).run()
  expect(claimAll(house)).toEqual(['Ben', 'Ana'])
})

test('a take of a dead worker is run again, and fails in words when that happens too often', async () => {
  const house = await aHouse({ JOB_ATTEMPTS: 2 })
  const [id] = await ask(await aSeat(house), house)
  expect(house.jobs.claim('dead')).toMatchObject({ attempt: 1, take: { id } })
  expect(house.jobs.claim('alive')).toBeNull()
  letLeaseEnd(house, id!)
  const again = openJobs(house)
  expect(again.claim('alive')).toMatchObject({ attempt: 2, take: { id } })
  letLeaseEnd(house, id!)
  expect(again.claim('third')).toBeNull()
  expect(rowOf(house, id!).state).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('Ask for it again'),
  })
})

test('a worker whose take was given to another cannot end it', async () => {
  const house = await aHouse({ JOB_ATTEMPTS: 3 })
  const [id] = await ask(await aSeat(house), house)
  house.jobs.claim('slow')
  letLeaseEnd(house, id!)
  house.jobs.claim('quick')
  expect(house.jobs.beat(id!, 'slow')).toBe(false)
  expect(house.jobs.beat(id!, 'quick')).toBe(true)
  expect(house.jobs.end(id!, 'slow', { kind: 'failed', reason: 'late' })).toBe(false)
  expect(rowOf(house, id!)).toMatchObject({ kind: 'running', worker: 'quick' })
})

test('being interrupted by a restart does not count as an attempt', async () => {
  const house = await aHouse({ JOB_ATTEMPTS: 1 })
  const [id] = await ask(await aSeat(house), house)
  house.jobs.claim('w')
  house.jobs.giveBack(id!, 'w', { unspent: true })
  expect(rowOf(house, id!)).toMatchObject({ kind: 'queued', attempts: 0, worker: null, ended: null })
})

test('a cancelled take is told to whoever runs it, once', async () => {
  const house = await aHouse()
  const [id] = await ask(await aSeat(house), house)
  house.jobs.claim('w')
  const told: TakeId[] = []
  house.jobs.events.on('cancel', (take) => told.push(take))
  expect([house.jobs.cancel(id!, 'Ana'), house.jobs.cancel(id!, 'Ben')]).toEqual([true, false])
  expect(told).toEqual([id])
  expect(rowOf(house, id!)).toMatchObject({
    state: { kind: 'cancelled', by: 'Ana' },
    ended: expect.any(Date),
  })
})
