import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Role } from '#db/access.ts'
import { BoardId, UserId } from '#db/ids.ts'
import type { Person } from '#server/people/person.ts'
import type { Keep } from '#server/rooms/keep.ts'
import type { DocumentName } from '#server/rooms/peer.ts'
import { openRooms, Rooms } from '#server/rooms/rooms.ts'
import { Seat } from '#server/rooms/seat.ts'

export const boardId = (name = 'board') => BoardId.parse(name)

export const aPerson = (name: string): Person => ({
  id: UserId.parse(name),
  name,
  colour: '#2b62c9',
  email: null,
  isGuest: true,
})

type Opening = NonNullable<Parameters<typeof openRooms>[0]>

/** A real http server with rooms; who somebody is stands in the query (`?name=ai&role=artist`). */
export async function aTable({
  keep,
  port = 0,
  ...opening
}: Partial<Opening> & { keep?: Keep; port?: number } = {}) {
  const whole = { file: ':memory:', ...opening }
  const rooms = keep ? new Rooms(keep, whole) : await openRooms(whole)
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    const seatDown = async () => {
      const url = new URL(request.url ?? '', 'http://table')
      const [, , board = '', document = ''] = url.pathname.split('/')
      const role = (url.searchParams.get('role') ?? 'artist') as Role
      const room = await rooms.open(boardId(board))
      const seat = new Seat(room, aPerson(url.searchParams.get('name') ?? 'ai'), role)
      await rooms.handleUpgrade(request, socket, head, seat, document as DocumentName)
    }
    // Closed meanwhile: they come again.
    seatDown().catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    rooms,
    server,
    port: (server.address() as AddressInfo).port,
    close: () => closeTable(rooms, server),
  }
}

async function closeTable(rooms: Rooms, server: Server): Promise<void> {
  await rooms.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

export type Table = Awaited<ReturnType<typeof aTable>>
type Guest = { board?: string; document?: DocumentName; name?: string; role?: Role; doc?: Y.Doc }

/** A member with a stock y-websocket client. */
export function sit(
  table: Pick<Table, 'port'>,
  { board = 'board', document = 'drawing', name = 'ai', role = 'artist', doc }: Guest = {},
) {
  const own = doc ?? new Y.Doc()
  const kept = { sent: 0, kept: 0 }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${table.port}/rooms/${board}`, document, own, {
    WebSocketPolyfill: countingSocket(kept),
    params: { name, role, v: '1' },
    disableBc: true,
    maxBackoffTime: 200,
  })
  provider.messageHandlers[8] = (_encoder, decoder) => {
    kept.kept = readVarint(decoder)
  }
  // Pictures in the making and ink: who wants them sets a reader of their own.
  provider.messageHandlers[7] = provider.messageHandlers[9] = () => {}
  return { doc: own, provider, kept }
}
export type Member = ReturnType<typeof sit>

function readVarint(decoder: { arr: Uint8Array; pos: number }): number {
  let n = 0
  for (let times = 1; ; times *= 128) {
    const byte = decoder.arr[decoder.pos++] ?? 0
    n += (byte & 127) * times
    if (byte < 128) return n
  }
}

/** Counts the sync messages that it sends, as the page does to know what "saved" means. */
function countingSocket(kept: { sent: number; kept: number }): typeof globalThis.WebSocket {
  class Counting extends WebSocket {
    constructor(url: string) {
      super(url)
      kept.sent = kept.kept = 0
    }
    override send(bytes: Uint8Array): void {
      if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) kept.sent++
      super.send(bytes)
    }
  }
  return Counting as unknown as typeof globalThis.WebSocket
}

/** Waits until something is so; says what it waited for when it never is. */
export async function until(words: string, isSo: () => boolean | Promise<boolean>, ms = 8000): Promise<void> {
  const end = performance.now() + ms
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${words}`)
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
}

export const isSaved = ({ kept, provider }: Member): boolean =>
  provider.synced && kept.sent === kept.kept && kept.sent > 0
