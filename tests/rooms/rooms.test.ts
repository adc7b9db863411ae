import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { decodeInkFrom, decodePreview, encodeInk } from '#db/board/messages.ts'
import type { BoardId } from '#db/ids.ts'
import { Room } from '#server/rooms/room.ts'
import { aTable, boardId, isSaved, type Member, sit, type Table, until } from './aTable.ts'
import { openRaw } from './rawSocket.ts'

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })

const open: { table: Table[]; members: Member[]; folders: string[] } = { table: [], members: [], folders: [] }
const table = async (opening?: Parameters<typeof aTable>[0]) => {
  const made = await aTable(opening)
  open.table.push(made)
  return made
}
const seat = (...[at, guest]: Parameters<typeof sit>) => {
  const member = sit(at, guest)
  open.members.push(member)
  return member
}
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'konte-rooms-'))
  open.folders.push(made)
  return made
}

afterEach(async () => {
  for (const { provider } of open.members.splice(0)) provider.destroy()
  for (const made of open.table.splice(0)) await made.close()
  for (const made of open.folders.splice(0)) rmSync(made, { recursive: true })
})

const strokes = ({ doc }: Member) => doc.getMap<number>('strokes')

describe.each(['memory', 'file'])('a room kept in %s', (way) => {
  // One for all tests of the block, each at a board of its own: threads take a while to start.
  let at: Table
  let home = ''
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'konte-rooms-'))
    at = await aTable({ file: way === 'memory' ? ':memory:' : join(home, 'rooms.sqlite') })
  })
  afterAll(async () => {
    await at.close()
    rmSync(home, { recursive: true })
  })

  test('two members see what the other draws, and are told when it is kept', async () => {
    const [ai, ben] = [seat(at, { board: 'draw', name: 'ai' }), seat(at, { board: 'draw', name: 'ben' })]
    strokes(ai).set('a', 1)
    strokes(ben).set('b', 2)
    await until('both have both', () => strokes(ai).get('b') === 2 && strokes(ben).get('a') === 1)
    await until('both are told', () => isSaved(ai) && isSaved(ben))
    const cy = seat(at, { board: 'draw', name: 'cy' })
    await until('a third has it', () => cy.provider.synced)
    expect(strokes(cy).toJSON()).toEqual({ a: 1, b: 2 })
  })

  test('what was drawn offline is merged, deletions too', async () => {
    const [ai, ben] = [seat(at, { board: 'away' }), seat(at, { board: 'away', name: 'ben' })]
    strokes(ai).set('old', 1)
    await until('ben has it', () => strokes(ben).get('old') === 1)
    ben.provider.disconnect()
    strokes(ben).set('offline', 2)
    strokes(ben).delete('old')
    strokes(ai).set('online', 3)
    ben.provider.connect()
    await until('all is merged', () => strokes(ai).get('offline') === 2 && strokes(ben).get('online') === 3)
    await until('the deletion too', () => !strokes(ai).has('old'))
    await until('ben is told', () => isSaved(ben))
  })

  test('the ledger is written by the server alone, and everybody reads it', async () => {
    const reader = seat(at, { board: 'ledger', document: 'ledger' })
    await until('it is synced', () => reader.provider.synced)
    const room = await at.rooms.open(boardId('ledger'))
    room.record((ledger) => ledger.getMap('states').set('take', 'queued'))
    await until('it is seen', () => reader.doc.getMap('states').get('take') === 'queued')
    expect(room.readLedger((ledger) => ledger.getMap('states').size)).toBe(1)

    let code = 0
    reader.provider.on('connection-close', (event) => {
      code = event?.code ?? 0
    })
    reader.doc.getMap('states').set('take', 'approved')
    await until('it is closed', () => code === 4403)
    expect(room.readLedger((ledger) => ledger.getMap('states').get('take'))).toBe('queued')
  })

  test('somebody whose copy has a hole brings the rest, and is not told that all is kept', async () => {
    const far = new Y.Doc()
    const updates: Uint8Array[] = []
    far.on('update', (update: Uint8Array) => updates.push(update))
    for (const key of ['one', 'two']) far.getMap('strokes').set(key, 1)
    const doc = new Y.Doc()
    doc.getMap('strokes').set('own', 1)
    // The first of them never came.
    Y.applyUpdate(doc, updates[1] as Uint8Array)
    const [ai, ben] = [seat(at, { board: 'hole', doc }), seat(at, { board: 'hole', name: 'ben' })]
    await until('ben has what there is', () => strokes(ben).has('own'))
    strokes(ai).set('more', 1)
    await until('and what comes', () => strokes(ben).has('more'))
    expect(ben.doc.store.pendingStructs).toBeNull()
    expect(isSaved(ai)).toBe(false)
    Y.applyUpdate(doc, updates[0] as Uint8Array)
    await until('the hole is filled', () => strokes(ben).has('two'))
    await until('and all is kept', () => isSaved(ai))
  })

  test('a copy has the drawing', async () => {
    const first = new Y.Doc()
    first.getMap('strokes').set('a', 1)
    await at.rooms.seed(boardId('one'), Y.encodeStateAsUpdate(first))
    await at.rooms.copy(boardId('one'), boardId('two'))
    const ai = seat(at, { board: 'two' })
    await until('it is synced', () => ai.provider.synced)
    expect(strokes(ai).toJSON()).toEqual({ a: 1 })
  })
})

test('after a restart everything is there', async () => {
  const file = join(folder(), 'rooms.sqlite')
  const before = await aTable({ file })
  const ai = seat(before)
  strokes(ai).set('a', 1)
  ;(await before.rooms.open(boardId())).record((ledger) => ledger.getMap('states').set('take', 'done'))
  await until('it is kept', () => isSaved(ai))
  await before.close()
  const after = await table({ file })
  const ben = seat(after, { name: 'ben' })
  await until('it is synced', () => ben.provider.synced)
  expect(strokes(ben).toJSON()).toEqual({ a: 1 })
  const room = await after.rooms.open(boardId())
  expect(room.readLedger((ledger) => ledger.getMap('states').get('take'))).toBe('done')
})

test('a reviewer sees the drawing and cannot change it', async () => {
  const at = await table()
  const [ai, eye] = [seat(at), seat(at, { name: 'eye', role: 'reviewer' })]
  strokes(ai).set('a', 1)
  await until('the reviewer sees it', () => strokes(eye).get('a') === 1)
  let code = 0
  eye.provider.on('connection-close', (event) => {
    code = event?.code ?? 0
  })
  strokes(eye).set('a', 2)
  await until('the socket is closed', () => code === 4403)
  expect(strokes(ai).get('a')).toBe(1)
})

test('presence is under the name of the seat', async () => {
  const at = await table()
  const [ai, ben] = [seat(at), seat(at, { name: 'ben' })]
  ai.provider.awareness.setLocalState({ user: { id: 'ben', name: 'ben' }, cursor: { x: 1, y: 2 } })
  const heard = () =>
    ben.provider.awareness.getStates().get(ai.doc.clientID) as { user: { id: string } } | undefined
  await until('ben sees ai', () => heard()?.user?.id === 'ai')
  ai.provider.disconnect()
  await until('ai is gone', () => !heard())
})

test('somebody who is dismissed is out at once', async () => {
  const at = await table()
  const ai = seat(at)
  await until('ai is in', () => ai.provider.synced)
  let code = 0
  ai.provider.on('connection-close', (event) => {
    code = event?.code ?? 0
  })
  at.rooms.dismiss({ user: 'ai' as never, boards: [boardId()] })
  await until('ai is out', () => code === 4403)
})

test('a board that nobody has open leaves memory, and comes back whole', async () => {
  const at = await table({ file: join(folder(), 'rooms.sqlite'), env: { ROOM_IDLE_SECONDS: 1 } })
  const ai = seat(at)
  strokes(ai).set('a', 1)
  await until('it is kept', () => isSaved(ai))
  const held = await at.rooms.open(boardId())
  ai.provider.disconnect()
  await until('it left', async () => (await at.rooms.list()).length === 0, 20_000)
  // Whoever still holds the room goes on with the same one.
  held.record((ledger) => ledger.getMap('states').set('take', 'done'))
  expect(await at.rooms.open(boardId())).toBe(held)
  const [ben, reader] = [seat(at, { name: 'ben' }), seat(at, { document: 'ledger' })]
  await until('both are in', () => ben.provider.synced && reader.provider.synced)
  expect(strokes(ben).toJSON()).toEqual({ a: 1 })
  expect(reader.doc.getMap('states').get('take')).toBe('done')
})

test('somebody who does not read is cut off, and the others go on', async () => {
  const at = await table({ env: { ROOM_BUFFERED_BYTES: 65_536 } })
  const [ai, ben] = [seat(at), seat(at, { name: 'ben' })]
  await until('both are in', () => ai.provider.synced && ben.provider.synced)
  const asleep = await openRaw(at.port, '/rooms/board/drawing?name=eve')
  asleep.send(new Uint8Array([0, 0, 1, 0]))
  asleep.socket.pause()
  for (let n = 0; !at.rooms.health().refusals.slow && n < 400; n++) {
    strokes(ai).set('a', n)
    ai.doc.getMap('bytes').set('a', new Uint8Array(100_000))
    await until('ben has it', () => strokes(ben).get('a') === n)
  }
  expect(at.rooms.health().refusals).toEqual({ slow: 1 })
  asleep.socket.destroy()
})

test('too many on one board are told so', async () => {
  const at = await table({ env: { ROOM_PEOPLE: 1 } })
  const ai = seat(at)
  await until('one is in', () => ai.provider.synced)
  const late = await openRaw(at.port, '/rooms/board/drawing?name=late')
  expect(await late.closed).toBe(4429)
})

test('a page of another version is told to reload', async () => {
  const at = await table()
  const old = await openRaw(at.port, '/rooms/board/drawing?v=0')
  expect(await old.closed).toBe(4409)
})

test('when Konte ends, everything is kept and everybody is told to come again', async () => {
  const file = join(folder(), 'rooms.sqlite')
  const at = await aTable({ file })
  const ai = seat(at)
  await until('ai is in', () => ai.provider.synced)
  let code = 0
  ai.provider.on('connection-close', (event) => {
    code ||= event?.code ?? 0
  })
  strokes(ai).set('a', 1)
  await until('it arrived', async () => (await at.rooms.list())[0]?.unkept === 1 || isSaved(ai))
  await at.close()
  expect(code).toBe(1012)
  const stored = new Y.Doc()
  const after = await table({ file })
  Y.applyUpdate(stored, await (await (await after.rooms.open(boardId())).streamOf('drawing')).merge())
  expect(stored.getMap('strokes').toJSON()).toEqual({ a: 1 })
})

test('ink and previews reach the others, under the name of the page', async () => {
  const at = await table()
  const [ai, ben] = [seat(at), seat(at, { name: 'ben' })]
  await until('both are in', () => ai.provider.synced && ben.provider.synced)
  const heard: string[] = []
  ben.provider.messageHandlers[9] = (_encoder, decoder) => {
    const { seat: page, ink } = decodeInkFrom(decoder)
    heard.push(`${page}: ${[...ink]}`)
  }
  ben.provider.messageHandlers[7] = (_encoder, decoder) => {
    const { take, step, steps, webp } = decodePreview(decoder)
    heard.push(`${take} ${step}/${steps}: ${[...webp]}`)
  }
  ai.provider.awareness.setLocalState({ seat: 'page-1' })
  const isKnown = () => ben.provider.awareness.getStates().has(ai.doc.clientID)
  await until('ben knows the page', isKnown)
  ai.provider.ws?.send(encodeInk(new Uint8Array([1, 2, 3])))
  const room = await at.rooms.open(boardId())
  room.showPreview({ take: 't', step: 2, steps: 4, webp: new Uint8Array([9]) })
  await until('both were heard', () => heard.length === 2)
  expect(heard.sort()).toEqual(['page-1: 1,2,3', 't 2/4: 9'])
})

test('a room of its own for a test', () => {
  const room = Room.inMemory('board' as BoardId)
  room.record((ledger) => ledger.getMap('states').set('take', 'queued'))
  expect(room.readLedger((ledger) => ledger.getMap('states').get('take'))).toBe('queued')
})
