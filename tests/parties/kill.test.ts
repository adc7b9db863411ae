import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openRooms } from '#server/rooms/rooms.ts'
import { boardId, isSaved, type Member, sit, until } from '../rooms/aTable.ts'
import { seeded } from '../rooms/seeded.ts'
import { startServer } from '../rooms/startServer.ts'

const kills = Number(process.env.KONTE_KILLS ?? 2)
const seed = Number(process.env.KONTE_SEED ?? 1)

/** Draws every few milliseconds, and knows which strokes it was told are kept. */
function draw(member: Member, name: string) {
  const told = new Set<string>()
  const open: { at: number; key: string }[] = []
  let connection = 0
  member.provider.on('status', () => {
    connection++
    open.length = 0
  })
  let count = 0
  const timer = setInterval(() => {
    const key = `${name}-${count++}`
    const before = { connection, sent: member.kept.sent }
    member.doc.getMap('strokes').set(key, new Uint8Array(400))
    if (member.kept.sent > before.sent) open.push({ at: member.kept.sent, key })
    while (open[0] && open[0].at <= member.kept.kept) told.add(open.shift()?.key ?? '')
  }, 10)
  return { told, stop: () => clearInterval(timer) }
}

async function storedIn(file: string): Promise<Y.Map<unknown>> {
  const rooms = await openRooms({ file })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await (await (await rooms.open(boardId())).streamOf('drawing')).merge())
  await rooms.close()
  return doc.getMap('strokes')
}

test('killed at any moment, nothing is lost that somebody was told is kept', {
  timeout: 60_000 + kills * 60_000,
}, async () => {
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'konte-kill-'))
  const file = join(folder, 'rooms.sqlite')
  let server = await startServer(file)
  const members = ['ai', 'ben', 'cy'].map((name) => sit(server, { name }))
  const pens = members.map((member, at) => draw(member, `w${at}`))
  for (let kill = 0; kill < kills; kill++) {
    const enough = pens.map(({ told }) => told.size + 5 + random.below(30))
    await until(
      'some strokes are kept',
      () => pens.every(({ told }, at) => told.size >= (enough[at] ?? 0)),
      30_000,
    )
    const gone = once(server.child, 'exit')
    server.child.kill('SIGKILL')
    await gone
    const stored = await storedIn(file)
    const lost = pens.flatMap(({ told }) => [...told].filter((key) => !stored.has(key)))
    expect(lost, `seed ${seed}, kill ${kill}`).toEqual([])
    server = await startServer(file, server.port)
  }
  for (const { stop } of pens) stop()
  await until('all are saved', () => members.every(isSaved), 60_000)
  const gone = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  await gone
  const stored = await storedIn(file)
  for (const { doc, provider } of members) {
    expect(stored.size, `seed ${seed}`).toBe(doc.getMap('strokes').size)
    provider.destroy()
  }
  rmSync(folder, { recursive: true })
})
