import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readPanels } from '#db/board/drawing.ts'
import { hashOf } from '#server/assets/store.ts'
import { aServer, type Server, type Visitor } from '#tests/support/aServer.ts'
import { drawingOf } from '#tests/support/drawingOf.ts'

// Each command is a program that has to start, on machines of two busy cores.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'konte-cli-'))
let server: Server
let owner: Visitor
beforeAll(async () => {
  server = await aServer()
  owner = await server.owner()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const admin = async (...args: string[]) =>
  (
    await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], {
      env: { ...process.env, DATA_DIR: server.folder, PUBLIC_URL: 'https://board.example' },
    })
  ).stdout

test('a backup that is made while people work is a Konte like the one it was made of', async () => {
  const [project] = await owner.api.projects.list.query()
  const { boards } = await owner.api.projects.get.query({ project: project!.id })
  const board = boards[0]!.id
  const strokes = { version: 1, width: 16, height: 16, strokes: [] }
  const file = Buffer.from(JSON.stringify(strokes))
  const hash = await server.house.assets.put(file, { mime: 'application/json' })
  const drawn = readPanels(await drawingOf(owner, board))
  expect(drawn).toHaveLength(12)

  const to = join(folder, 'backup')
  await admin('backup', to)
  expect(readdirSync(to)).toContain('secret')
  const copy = await aServer({ DATA_DIR: to })
  const again = copy.visit()
  for (const [name, value] of owner.cookies) again.cookies.set(name, value)
  expect(readPanels(await drawingOf(again, board))).toEqual(drawn)
  expect((await copy.house.assets.get(hash)).bytes.equals(file)).toBe(true)
  expect(hashOf(file)).toBe(hash)
  await copy.close()
  await expect(admin('backup', to)).rejects.toThrow('is there already')
})

test('a start link makes its bearer owner of everything, beside the owner there is', async () => {
  const link = (await admin('start-link')).trim()
  expect(link).toMatch(/^https:\/\/board\.example\/start\/[\w-]{24}$/)
  const second = server.visit()
  await second.door('claim', link.split('/').at(-1), { name: 'Aya', colour: '#c2410c' })
  const mine = await second.api.projects.list.query()
  expect(mine.map(({ role, people }) => [role, people.map(({ name }) => name)])).toEqual([
    ['owner', ['Mai', 'Aya']],
  ])
  expect(await admin('people')).toMatch(/^Mai\tguest\t1 projects\tsince \d{4}-\d\d-\d\d\nAya\tguest/)
})
