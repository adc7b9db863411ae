import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startKonte } from '#server/main.ts'
import { aServer } from '#tests/support/aServer.ts'

// Whole servers are started one after the other, on machines of two busy cores.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'konte-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = (changes: Record<string, string>) =>
  startKonte(
    { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: join(folder, 'data'), ...changes },
    { web: () => Promise.reject(new Error('It would have started.')) },
  )

test('a second Konte on the same folder is refused in one sentence; the first is not disturbed', async () => {
  const first = await aServer({ DEMO: '0' })
  await expect(start({ DATA_DIR: first.folder })).rejects.toThrow(
    /^Another Konte is running on .*: stop it, or set/,
  )
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.close()
})

test.each(['konte.sqlite', 'rooms.sqlite', 'rooms-snapshots.sqlite'])(
  'a damaged %s is told in words, and is left as it is',
  async (name) => {
    const data = mkdtempSync(join(folder, 'damaged-'))
    const file = join(data, name)
    writeFileSync(file, 'this is no database. '.repeat(500))
    await expect(start({ DATA_DIR: data })).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringContaining(`${file} is damaged`),
    })
    expect(statSync(file).size).toBe(10_500)
  },
)

test('values that cannot be used are told all at once', async () => {
  await expect(start({ PORT: 'many', METRICS: 'yes' })).rejects.toThrow(/PORT=many.*\n.*METRICS=yes/)
})

test('a port that is taken is told in words', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const web = { isDev: false, files: () => {}, pages: async () => {}, close: async () => {} }
  await expect(
    startKonte(
      { PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_DIR: join(folder, 'data') },
      { web: async () => web },
    ),
  ).rejects.toThrow(`Port ${port} is taken`)
  other.close()
})

test('the secret is the owner’s to read, and nobody else’s', async () => {
  const server = await aServer({ DEMO: '0' })
  expect(statSync(join(server.folder, 'secret')).mode & 0o777).toBe(0o600)
  await server.close()
})

test('a start key is made until somebody is the owner, and the newest is the one that counts', async () => {
  const DATA_DIR = join(folder, 'keys')
  const mai = { name: 'Mai', colour: '#2b62c9' }
  const first = await aServer({ DATA_DIR, DEMO: '0' })
  await first.close()
  const second = await aServer({ DATA_DIR, DEMO: '0' })
  expect((await second.visit().door('claim', first.startKey, mai)).status).toBe(404)
  expect((await second.visit().door('claim', second.startKey, mai)).status).toBe(200)
  await second.close()
  const third = await aServer({ DATA_DIR, DEMO: '0' })
  expect(third.startKey).toBeNull()
  await third.close()
})

test('on a Node that is too old, one sentence and the end', async () => {
  const program = join(import.meta.dirname, '../../server/nodeVersion.mjs')
  const code = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })
    Object.defineProperty(process, 'version', { value: 'v20.20.2' })
    import('${program}').then(({ requireNode }) => requireNode())`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  child.stdout.on('data', (chunk) => (said += chunk))
  const [exit] = await once(child, 'exit')
  expect(said).toBe(
    'Konte needs Node 22.18 or newer; this is v20.20.2. Install Node 24 from https://nodejs.org.\n',
  )
  expect(exit).toBe(1)
})
