import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { BoardId, UserId } from '#db/ids.ts'

/** A server to be measured, in a process of its own: its kind, and a file that it may use. */
export const kinds = ['fanout', 'konte', 'y-websocket'] as const
export type Kind = (typeof kinds)[number]

/** Every message to everybody else, with no document and nothing kept: the least that a server can do. */
function serveFanout(server: Server): void {
  const wss = new WebSocketServer({ server, perMessageDeflate: false })
  wss.on('connection', (ws) => {
    ws.on('message', (message: Buffer) => {
      if (message[0] === 0 && message[1] === 0) ws.send(new Uint8Array([0, 1, 2, 0, 0]))
      else for (const other of wss.clients) if (other !== ws) other.send(message)
    })
  })
}

async function serveKonte(server: Server, file: string): Promise<void> {
  // Only here: each server is measured with its own Yjs, and the fan-out without any.
  const { openRooms } = await import('#server/rooms/rooms.ts')
  const { Seat } = await import('#server/rooms/seat.ts')
  // The load comes from one process and a few people: what is meant for one page must not be the limit here.
  const env = { ROOM_SEATS_PER_PERSON: 1000, ROOM_PEOPLE: 1000, ROOM_NEW_CLIENTS: 100_000 }
  const rooms = await openRooms({ file, env })
  let count = 0
  server.on('upgrade', async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [, , board = ''] = (request.url ?? '').split('/')
    const id = UserId.parse(`p${count++}`)
    const person = { id, name: id, colour: '#2b62c9', email: null, isGuest: true }
    const seat = new Seat(await rooms.open(BoardId.parse(board)), person, 'artist')
    await rooms.handleUpgrade(request, socket, head, seat, 'drawing')
  })
  server.on('health', (tell: (health: object) => void) => tell(rooms.health()))
}

/** The reference server, when it is installed in this folder (npm install, in reference). */
function serveReference(server: Server): void {
  const load = createRequire(new URL('./reference/', import.meta.url))
  const { setupWSConnection } = load('@y/websocket-server/utils') as {
    setupWSConnection(ws: WebSocket, request: IncomingMessage): void
  }
  new WebSocketServer({ server }).on('connection', (ws, request) => setupWSConnection(ws, request))
}

const [kind = '', file = ''] = process.argv.slice(2)
if (process.send) {
  const server = createServer((_request, response) => {
    const { user, system } = process.threadCpuUsage()
    let health = {}
    server.emit('health', (found: object) => {
      health = found
    })
    response.end(JSON.stringify({ mainUs: user + system, rss: process.memoryUsage().rss, ...health }))
  })
  if (kind === 'konte') await serveKonte(server, file)
  else if (kind === 'y-websocket') serveReference(server)
  else serveFanout(server)
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}
