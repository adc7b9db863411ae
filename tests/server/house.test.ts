import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '#db/board/messages.ts'
import type { BoardId, ProjectId } from '#db/ids.ts'
import { aServer, type Server, type Visitor } from '#tests/support/aServer.ts'

let server: Server
let owner: Visitor
let project: ProjectId
let board: BoardId
beforeAll(async () => {
  server = await aServer({ DEMO: '0', METRICS: '1' })
  owner = await server.owner()
  ;({ id: project, board } = await owner.api.projects.create.mutate({ name: 'House' }))
})
afterAll(() => server.close())

function sit(visitor: Visitor, at: string = board, origin = visitor.url): WebSocket {
  const url = `${visitor.url.replace('http', 'ws')}/rooms/${at}/drawing?v=1`
  return new WebSocket(url, { headers: { cookie: visitor.cookie, origin } })
}
const closeCode = async (socket: WebSocket) => (await once(socket, 'close'))[0] as number

test('whoever may not sit at a board is told why by the code of the closing', async () => {
  const { id } = await owner.api.projects.create.mutate({ name: 'Elsewhere' })
  const stranger = await owner.invite(id, 'artist', 'Stranger')
  expect(await closeCode(sit(server.visit()))).toBe(closeCodes.signIn)
  expect(await closeCode(sit(stranger))).toBe(closeCodes.noBoard)
  expect(await closeCode(sit(owner, 'nowhere'))).toBe(closeCodes.noBoard)
  expect(await closeCode(sit(owner, 'no%20id'))).toBe(closeCodes.noBoard)
})

test('a page of another site opens no socket and changes nothing, whatever cookies it carries', async () => {
  const socket = sit(owner, board, 'http://evil.example')
  const [error] = (await once(socket, 'error')) as [Error]
  expect(error.message).toContain('403')
  for (const origin of ['http://evil.example', 'null']) {
    const answer = await owner.fetch('/trpc/projects.create', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Theirs' }),
    })
    expect(answer.status).toBe(403)
  }
  expect((await owner.api.projects.list.query()).map(({ name }) => name)).not.toContain('Theirs')
})

test('a member who is removed is out within a second, and stays out', async () => {
  const artist = await owner.invite(project, 'artist', 'Ken')
  const socket = sit(artist)
  await once(socket, 'open')
  const me = (await artist.api.people.me.query())!
  const closing = closeCode(socket)
  const asked = performance.now()
  await owner.api.members.remove.mutate({ project, user: me.id })
  expect(await closing).toBe(closeCodes.notAllowed)
  expect(performance.now() - asked).toBeLessThan(1000)
  expect(await closeCode(sit(artist))).toBe(closeCodes.noBoard)
  await expect(artist.api.boards.get.query({ board })).rejects.toThrow('There is no such board')
})

test('under a name on the LAN, links and sockets are of that name', async () => {
  const headers = { host: `board.lan:${new URL(server.url).port}`, cookie: owner.cookie }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/rooms/${board}/drawing?v=1`, {
    headers: { ...headers, origin: `http://${headers.host}` },
  })
  await once(socket, 'open')
  socket.close()
  await closeCode(socket)
})

test('what breaks is told by a number, never by its words', async () => {
  const wrong = await owner.fetch('/trpc/people.nothing')
  expect(wrong.status).toBe(404)
  expect(await wrong.text()).not.toMatch(/\.ts|node_modules/)
  const unread = await owner.fetch('/trpc/projects.create', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name": 7}',
  })
  expect(await unread.json()).toMatchObject({
    error: { message: 'A name is needed.', data: { failure: 'invalid' } },
  })
  expect((await owner.fetch('/%E0%A4%A')).status).toBeLessThan(500)
})

test('health, readiness and numbers are there for who runs it', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok')
  expect(await (await fetch(`${server.url}/readyz`)).text()).toBe('ready')
  const numbers = await (await fetch(`${server.url}/metrics`)).text()
  expect(numbers).toMatch(/konte_rooms_open [1-9]/)
  expect(numbers).toMatch(/konte_http_request_seconds_count\{route="trpc",method="POST",status="200"\} \d+/)
  expect(numbers).not.toContain(board)
})

test('answers carry a policy that runs no script but ours and asks for no https', async () => {
  const policy = (await fetch(server.url)).headers.get('content-security-policy')!
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]{21}'/)
  expect(policy).not.toMatch(/upgrade-insecure-requests|unsafe-eval/)
  expect((await fetch(server.url)).headers.get('strict-transport-security')).toBeNull()
  const other = (await fetch(server.url)).headers.get('content-security-policy')
  expect(other).not.toBe(policy)
})
