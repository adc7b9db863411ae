import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { memoryKeep } from '#server/rooms/memoryKeep.ts'
import { aTable, boardId, isSaved, type Member, sit, type Table, until } from '../rooms/aTable.ts'
import { editAtRandom } from '../rooms/edits.ts'
import { type Seeded, seeded } from '../rooms/seeded.ts'
import { shownBy } from './equal.ts'

const rounds = Number(process.env.KONTE_ROUNDS ?? 8)
const firstSeed = Number(process.env.KONTE_SEED ?? 1)

type Guest = Member & { undo: Y.UndoManager }

function enter(table: Table, name: string): Guest {
  const doc = new Y.Doc()
  const types = [doc.getMap('strokes'), doc.getMap('panels'), doc.getArray('list'), doc.getText('text')]
  return { ...sit(table, { name, doc }), undo: new Y.UndoManager(types, { captureTimeout: 0 }) }
}

/** A turn of everybody's: drawing, taking back, going offline and coming again. */
async function play(guests: readonly Guest[], random: Seeded): Promise<void> {
  for (let n = 0; n < 12; n++) {
    const guest = random.pick(guests)
    const what = random.next()
    if (what < 0.7) editAtRandom(guest.doc, random)
    else if (what < 0.76) guest.undo.undo()
    else if (what < 0.8) guest.undo.redo()
    else if (what < 0.9) guest.provider.disconnect()
    else guest.provider.connect()
    // Lets what is on its way arrive, sometimes.
    if (random.chance(0.4)) await new Promise((resolve) => setImmediate(resolve))
  }
}

async function round(seed: number): Promise<void> {
  const random = seeded(seed)
  const keep = memoryKeep()
  let table = await aTable({ keep })
  const { port } = table
  const guests = ['ai', 'ben', 'cy', 'dee'].map((name) => enter(table, name))
  for (let turn = 0; turn < 4; turn++) {
    await play(guests, random)
    const event = random.next()
    if (event < 0.3) {
      await table.close()
      await play(guests, random)
      table = await aTable({ keep, port })
    } else if (event < 0.5) await (await table.rooms.open(boardId())).rest()
  }
  for (const { provider } of guests) provider.connect()
  const last = enter(table, 'last')
  const all = [...guests, last]
  await until(`all are saved (seed ${seed})`, () => all.every(isSaved), 60_000)
  const same = () => all.every(({ doc }) => isDeepStrictEqual(shownBy(doc), shownBy(last.doc)))
  await until(`all are equal (seed ${seed})`, same, 60_000)
  const stored = new Y.Doc()
  Y.applyUpdate(stored, await (await (await table.rooms.open(boardId())).streamOf('drawing')).merge())
  expect(shownBy(stored), `seed ${seed}`).toEqual(shownBy(last.doc))
  expect(table.rooms.health().refusals, `seed ${seed}`).toEqual({})
  for (const { provider } of all) provider.destroy()
  await table.close()
}

test('whatever people do, all of them and the stored board end equal', {
  timeout: 60_000 + rounds * 15_000,
}, async () => {
  for (let seed = firstSeed; seed < firstSeed + rounds; seed++) await round(seed)
})
