import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { type CloseReason, closeCodes } from '#db/board/messages.ts'
import type { BoardId, UserId } from '#db/ids.ts'
import { frame } from './bytes.ts'
import type { Limits } from './limits.ts'
import { greet, MessageReader } from './messages.ts'
import { closeWords, type DocumentName, Peer } from './peer.ts'
import { Malformed } from './reader.ts'
import type { Room, RoomLog } from './room.ts'
import type { Seat } from './seat.ts'
import type { Stream } from './stream.ts'

/** The version of the documents' schema that this server and its page speak. */
export const schemaVersion = 1
/** Of no page at all: keeps stock clients from thinking that nobody is there. */
const stillHere = frame(new Uint8Array([1, 1, 0]))

export type Counts = {
  joins: number
  leaves: number
  messages: number
  updateBytes: number
  refusals: Record<string, number>
}

type Arrival = {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
  seat: Seat
  document: DocumentName
}
// In ws since 8.19; its types do not have them yet.
type FragmentLimits = { maxFragments: number; maxBufferedChunks: number }
type Sitting = { peer: Peer; room: Room; stream: Stream }

/** All sockets at all rooms: how they come in, what ends them. */
export class Sockets {
  readonly counts: Counts = { joins: 0, leaves: 0, messages: 0, updateBytes: 0, refusals: {} }
  private readonly limits: Limits
  private readonly log: RoomLog
  private readonly server: WebSocketServer
  private readonly sitting = new Map<Peer, Sitting>()
  /** Waiting for their room to load. */
  private readonly arriving = new Set<{ seat: Seat; isDismissed: boolean }>()
  private readonly readers = new WeakMap<Room, MessageReader>()
  private readonly pinging: NodeJS.Timeout

  constructor(limits: Limits, log: RoomLog) {
    this.limits = limits
    this.log = log
    // Frames are made once for all readers, so they cannot be compressed for each.
    const options: ServerOptions & FragmentLimits = {
      noServer: true,
      perMessageDeflate: false,
      clientTracking: false,
      maxPayload: limits.ROOM_MESSAGE_BYTES,
      maxFragments: 1024,
      maxBufferedChunks: 65_536,
    }
    this.server = new WebSocketServer(options)
    this.pinging = setInterval(() => this.ping(), limits.ROOM_PING_SECONDS * 1000)
    this.pinging.unref()
  }

  async welcome(arrival: Arrival): Promise<void> {
    const { request, socket, head, seat, document } = arrival
    socket.on('error', () => socket.destroy())
    const refusal = this.refusalOf(arrival)
    if (refusal) {
      this.refuse(request, socket, head, refusal)
      return
    }
    const waiting = { seat, isDismissed: false }
    this.arriving.add(waiting)
    try {
      // Nobody can speak to a room that is not there yet.
      const stream = await seat.room.streamOf(document)
      if (socket.destroyed) return
      if (waiting.isDismissed) {
        this.refuse(request, socket, head, 'notAllowed')
        return
      }
      this.server.handleUpgrade(request, socket, head, (ws) => this.seatDown(ws, arrival, stream))
    } catch (reason) {
      this.log.error(
        { event: 'rooms.notLoaded', board: seat.room.board, reason: String(reason) },
        'a board cannot be opened',
      )
      this.turnAway(
        request,
        socket,
        head,
        1011,
        'This board cannot be opened. Ask the operator to look at the log.',
      )
    } finally {
      this.arriving.delete(waiting)
    }
  }

  private refusalOf({ request, seat, document }: Arrival): CloseReason | null {
    const version = /[?&]v=([^&]*)/.exec(request.url ?? '')?.[1]
    if (version !== undefined && version !== String(schemaVersion)) return 'clientTooOld'
    const people = seat.room.peers.filter((peer) => peer.document === document).length
    if (people >= this.limits.ROOM_PEOPLE) return 'tooMany'
    let own = 0
    for (const peer of this.sitting.keys()) if (peer.seat.person.id === seat.person.id) own++
    for (const waiting of this.arriving) if (waiting.seat.person.id === seat.person.id) own++
    return own >= this.limits.ROOM_SEATS_PER_PERSON ? 'tooMany' : null
  }

  refuse(request: IncomingMessage, socket: Duplex, head: Buffer, reason: CloseReason): void {
    this.count(reason)
    this.turnAway(request, socket, head, closeCodes[reason], closeWords[reason])
  }

  turnAway(request: IncomingMessage, socket: Duplex, head: Buffer, code: number, words: string): void {
    socket.on('error', () => socket.destroy())
    this.server.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => ws.terminate())
      ws.close(code, words)
      setTimeout(() => ws.terminate(), 2000).unref()
    })
  }

  private seatDown(ws: WebSocket, { socket, seat, document }: Arrival, stream: Stream): void {
    const { room } = seat
    const peer = new Peer(seat, document, {
      newClients: room.newClientsOf(seat.person.id, this.limits.ROOM_NEW_CLIENTS),
      ws,
      socket,
      limits: this.limits,
      onOverflow: (slow) => {
        this.count('slow')
        slow.closeWith(1013, 'You read too slowly; starting afresh.')
        slow.terminate()
      },
    })
    const sitting = { peer, room, stream }
    this.sitting.set(peer, sitting)
    stream.peers.add(peer)
    this.counts.joins++
    this.tell('rooms.join', sitting)
    ws.on('error', () => ws.terminate())
    ws.on('pong', () => {
      peer.lastHeard = performance.now()
    })
    ws.on('message', (message: Buffer, isBinary: boolean) => this.hear(sitting, message, isBinary))
    ws.on('close', (code: number) => this.standUp(sitting, code))
    greet(stream, peer)
  }

  private hear(sitting: Sitting, message: Buffer, isBinary: boolean): void {
    const { peer, room, stream } = sitting
    if (!peer.isOpen) return
    peer.lastHeard = performance.now()
    if (peer.backlog) {
      peer.backlog.push({ message, isBinary })
      return
    }
    this.counts.messages++
    if (!peer.messages.take(1)) {
      this.end(peer, 'tooMany', 'sends too many messages')
      return
    }
    try {
      if (!isBinary || message.length === 0) throw new Malformed('it is not a message')
      const before = peer.received
      const wait = this.readerOf(room).read(stream, peer, message)
      if (peer.received > before) this.counts.updateBytes += message.length
      if (wait !== undefined) void this.waitFor(sitting, wait)
    } catch (reason) {
      this.broke(peer, reason)
    }
  }

  /** What comes from a peer meanwhile waits: it builds on what is being looked at. */
  private async waitFor(sitting: Sitting, wait: Promise<void>): Promise<void> {
    const { peer } = sitting
    const backlog: NonNullable<Peer['backlog']> = []
    peer.backlog = backlog
    peer.pause()
    try {
      await wait
    } catch (reason) {
      this.broke(peer, reason)
    }
    peer.backlog = null
    peer.resume()
    for (const { message, isBinary } of backlog) this.hear(sitting, message, isBinary)
  }

  private broke(peer: Peer, reason: unknown): void {
    const words = reason instanceof Error ? reason.message : String(reason)
    if (reason instanceof Malformed) this.end(peer, 'badUpdate', words)
    else {
      this.log.error(
        { event: 'rooms.broke', board: peer.seat.room.board, err: reason },
        'a message broke the room',
      )
      this.count('broke')
      peer.closeWith(1011, 'Something broke; starting afresh.')
    }
  }

  private readerOf(room: Room): MessageReader {
    const known = this.readers.get(room)
    if (known) return known
    const reader = new MessageReader(room, this.limits.ROOM_UPDATE_BYTES, (peer, reason, words) =>
      this.end(peer, reason, words),
    )
    this.readers.set(room, reader)
    return reader
  }

  private end(peer: Peer, reason: CloseReason, words: string): void {
    if (!peer.isOpen) return
    this.count(reason)
    const { seat, document } = peer
    this.log.warn(
      { event: 'rooms.refused', board: seat.room.board, document, user: seat.person.id, reason, words },
      `a socket was closed: ${words}`,
    )
    peer.close(reason)
  }

  private standUp(sitting: Sitting, code: number): void {
    const { peer, room, stream } = sitting
    if (!this.sitting.delete(peer)) return
    peer.isOpen = false
    stream.peers.delete(peer)
    room.presence.leave(peer)
    room.presenceChanged()
    room.lastUsed = performance.now()
    this.counts.leaves++
    this.tell('rooms.leave', sitting, code)
  }

  private tell(event: string, { peer, room }: Sitting, code?: number): void {
    const { seat, document } = peer
    room.log.info({ event, document, user: seat.person.id, role: seat.role, code }, `${event} ${document}`)
  }

  private ping(): void {
    const now = performance.now()
    const silence = this.limits.ROOM_PING_SECONDS * 2200
    for (const peer of this.sitting.keys()) {
      if (now - peer.lastHeard > silence) {
        this.count('silent')
        peer.terminate()
        continue
      }
      peer.ping()
      if (now - peer.lastSent > this.limits.ROOM_PING_SECONDS * 500) peer.send(stillHere)
    }
  }

  dismiss(user: UserId, boards: readonly BoardId[]): void {
    for (const waiting of this.arriving)
      if (waiting.seat.person.id === user && boards.includes(waiting.seat.room.board))
        waiting.isDismissed = true
    for (const { peer, room } of this.sitting.values())
      if (peer.seat.person.id === user && boards.includes(room.board))
        this.end(peer, 'notAllowed', 'was dismissed')
  }

  private count(reason: string): void {
    this.counts.refusals[reason] = (this.counts.refusals[reason] ?? 0) + 1
  }

  /** Tells everybody to come again. */
  async close(): Promise<void> {
    clearInterval(this.pinging)
    for (const peer of this.sitting.keys()) peer.closeWith(1012, 'Konte is restarting; your work is kept.')
    const end = performance.now() + 2500
    while (this.sitting.size > 0 && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20))
    for (const peer of this.sitting.keys()) peer.terminate()
    this.server.close()
  }
}
