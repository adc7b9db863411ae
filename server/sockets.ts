import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { CloseReason } from '#db/board/messages.ts'
import { BoardId } from '#db/ids.ts'
import { boards } from '#db/tables.ts'
import { isOurPage, toHeaders } from './asked.ts'
import { Failure } from './errors.ts'
import type { House } from './house.ts'

const path = /^\/rooms\/([^/]+)\/(drawing|ledger)$/

/** Sockets at `/rooms/<board>/drawing` and `/ledger`: whoever has a seat there is handed to the room. */
export function listenForSockets(server: Server, house: House, { isDev }: { isDev: boolean }): void {
  server.on('upgrade', (req, socket, head) => {
    // Not by URL: it throws on what strangers send, and nobody would catch it here.
    const found = path.exec(req.url?.split('?')[0] ?? '')
    if (found) void seatSocket(house, req, socket, head, found[1] as string, found[2] as 'drawing' | 'ledger')
    // Vite's own socket, in development.
    else if (!isDev) socket.destroy()
  })
}

async function seatSocket(
  house: House,
  req: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  id: string,
  document: 'drawing' | 'ledger',
): Promise<void> {
  // Until the room has it, somebody who goes away must not take the server down.
  const onError = () => socket.destroy()
  socket.on('error', onError)
  if (!isOurPage(req, house.env)) {
    house.log.warn('socket.foreign', { origin: req.headers.origin })
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    return
  }
  try {
    const seat = await findSeat(house, req, id)
    socket.off('error', onError)
    if (typeof seat === 'string') return house.rooms.refuse(req, socket, head, seat)
    if (document === 'drawing' && seat.can('board.draw')) {
      noteWork(house, seat.room.board)
      socket.once('close', () => noteWork(house, seat.room.board))
    }
    await house.rooms.handleUpgrade(req, socket, head, seat, document)
  } catch (error) {
    house.log.error('socket.broke', { error, board: id })
    socket.destroy()
  }
}

async function findSeat(house: House, req: IncomingMessage, id: string) {
  const person = await house.people.personOf(toHeaders(req))
  if (!person) return 'signIn' satisfies CloseReason
  const board = BoardId.safeParse(id)
  if (!board.success) return 'noBoard' satisfies CloseReason
  try {
    return await house.seatAt(board.data, person)
  } catch (error) {
    if (error instanceof Failure) return 'noBoard' satisfies CloseReason
    throw error
  }
}

/** The drawing itself is not read by the server: that somebody with a pen came or went is what it knows. */
function noteWork({ db }: House, board: BoardId): void {
  if (db.$client.open) db.update(boards).set({ worked: new Date() }).where(eq(boards.id, board)).run()
}
