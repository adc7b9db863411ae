import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { putTake, setTakeState, setVerdict, showTake } from '#db/board/ledger.ts'
import { newId, TakeId } from '#db/ids.ts'
import { takes } from '#db/tables.ts'
import { reconcileTakes } from '#server/takes/reconcile.ts'
import { keepShown } from '#server/takes/show.ts'
import { aHouse, aSeat, ask, stateAt, takesAt } from './aHouse.ts'

test('a ledger that agrees with the tables is not written to', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  await ask(seat, house, { variations: 3 })
  let updates = 0
  seat.room.readLedger((ledger) => ledger.on('update', () => updates++))
  reconcileTakes(house.db, seat.room)
  expect(updates).toBe(0)
})

test('what happened while the room was closed is in the ledger when it opens', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const [kept, ended, lost] = await ask(seat, house, { variations: 3 })
  const view = takesAt(seat)
  house.db
    .update(takes)
    .set({ kind: 'failed', state: { kind: 'failed', reason: 'meanwhile' } })
    .where(eq(takes.id, ended!))
    .run()
  house.db.delete(takes).where(eq(takes.id, lost!)).run()
  keepShown(house.db, seat.room.board, { panel: view[0]!.panel, take: null, by: seat.person.id })
  const stranger = { ...view[0]!, id: TakeId.parse(newId()) }
  seat.room.record((ledger) => {
    putTake(ledger, stranger, { kind: 'queued', ahead: 9 })
    setVerdict(ledger, kept!, 'approved')
    showTake(ledger, view[0]!.panel, kept!)
  })
  reconcileTakes(house.db, seat.room)
  expect(takesAt(seat).map(({ id }) => id)).toEqual([kept, ended])
  expect(takesAt(seat)[0]!.verdict).toBe('approved')
  expect(stateAt(seat, ended!)).toEqual({ kind: 'failed', reason: 'meanwhile' })
})

test('how far a running take has come is not set back', async () => {
  const house = await aHouse()
  const seat = await aSeat(house)
  const [id] = await ask(seat, house)
  house.jobs.claim('w')
  reconcileTakes(house.db, seat.room)
  const far = { kind: 'running', step: 3, steps: 4, stage: 'light' } as const
  seat.room.record((ledger) => setTakeState(ledger, id!, far))
  reconcileTakes(house.db, seat.room)
  expect(stateAt(seat, id!)).toEqual(far)
})
