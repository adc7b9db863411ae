import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Member, sit, until } from './aTable.ts'
import { attacks } from './attacks.ts'
import { openRaw } from './rawSocket.ts'
import { askHealth, type Served, startServer } from './startServer.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('whatever one page sends, honest people in another room feel nothing', () => {
  let server: Served
  let honest: Member[]

  beforeAll(async () => {
    server = await startServer(':memory:', 0, { ROOM_BUFFERED_BYTES: 2_000_000, ROOM_PING_SECONDS: 1 })
    honest = ['ai', 'ben'].map((name) => sit(server, { board: 'honest', name }))
    await until('they are in', () => honest.every(({ provider }) => provider.synced), 30_000)
  })
  afterAll(() => {
    for (const { provider } of honest) provider.destroy()
    server.child.kill('SIGKILL')
  })

  let count = 0
  async function exchange(): Promise<void> {
    for (let n = 0; n < 10; n++) {
      const key = `k${count++}`
      honest[0]?.doc.getMap('strokes').set(key, n)
      await until('an edit arrives', () => honest[1]?.doc.getMap('strokes').get(key) === n, 30_000)
    }
  }

  test.each(attacks)('$name', async ({ code, run }) => {
    const raw = await openRaw(server.port, '/rooms/lair/drawing?name=eve')
    await askHealth(server)
    await run(raw, server.port)
    await exchange()
    // What the WebSocket layer refuses may be cut off before its code is read.
    const codes = code !== null && code < 4000 ? [code, 1006] : [code]
    if (code !== null) expect(codes).toContain(await raw.closed)
    raw.socket.destroy()
    await exchange()
    const { stallMs, megabytes } = await askHealth(server)
    if (process.env.KONTE_TELL)
      process.stdout.write(`${Math.round(stallMs)} ms ${Math.round(megabytes)} MB\n`)
    expect(stallMs).toBeLessThan(250)
    expect(megabytes).toBeLessThan(600)
    expect(server.child.exitCode).toBeNull()
    expect(honest.every(({ provider }) => provider.wsconnected)).toBe(true)
  })

  test('somebody silent is gone after a while', async () => {
    const raw = await openRaw(server.port, '/rooms/lair/drawing?name=mute', true)
    expect(await raw.closed).toBe(1006)
  })

  test('nothing of it reached the board, and a newcomer is let in', async () => {
    const ai = sit(server, { board: 'lair' })
    await until('it is synced', () => ai.provider.synced, 30_000)
    expect([...ai.doc.getMap('strokes').keys()].sort()).toEqual(['k0', 'k1', 'k2'])
    expect(ai.doc.store.pendingStructs).toBeNull()
    expect(ai.doc.getText('text').length).toBe(0)
    ai.provider.destroy()
  })
})
