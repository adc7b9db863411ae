import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { CloseReason } from '#db/board/messages.ts'
import type { BoardId, UserId } from '#db/ids.ts'
import { fileKeep } from './fileKeep.ts'
import type { Keep } from './keep.ts'
import { type Limits, roomLimits } from './limits.ts'
import { memoryKeep } from './memoryKeep.ts'
import type { DocumentName } from './peer.ts'
import { Room, type RoomLog } from './room.ts'
import type { Seat } from './seat.ts'
import { type Counts, Sockets } from './socket.ts'

type Opening = {
  /** `:memory:` keeps nothing. */
  file: string
  env?: Partial<Limits>
  log?: RoomLog
  /** Called before anybody is let in, each time the board comes into memory. */
  onOpen?: (room: Room) => void | Promise<void>
}

export type RoomFacts = {
  board: BoardId
  people: { id: UserId; name: string; document: DocumentName }[]
  snapshotBytes: number
  tailBytes: number
  unkept: number
}

const silent: RoomLog = { info() {}, warn() {}, error() {} }

/** The boards that are open. */
export class Rooms {
  readonly limits: Limits
  private readonly open_ = new Map<BoardId, { opening: Promise<Room>; asked: number }>()
  /** Rooms that left memory but may still be held by somebody: they come back as the same room. */
  private readonly resting = new Map<BoardId, WeakRef<Room>>()
  private readonly keep: Keep
  private readonly log: RoomLog
  private readonly sockets: Sockets
  private readonly onOpen: (room: Room) => void | Promise<void>
  private readonly sweeping: NodeJS.Timeout
  private isClosed = false

  constructor(keep: Keep, { env, log = silent, onOpen = () => {} }: Opening) {
    this.keep = keep
    this.log = log
    this.onOpen = onOpen
    this.limits = roomLimits(env)
    this.sockets = new Sockets(this.limits, log)
    this.sweeping = setInterval(() => void this.sweep(), Math.min(5000, this.limits.ROOM_IDLE_SECONDS * 500))
    this.sweeping.unref()
  }

  /** The board's room, loaded; it stays in memory while it is used. */
  open(board: BoardId): Promise<Room> {
    if (this.isClosed) return Promise.reject(new Error('the rooms are closed'))
    const known = this.open_.get(board)
    if (known) {
      known.asked = performance.now()
      return known.opening
    }
    const opening = this.load(board)
    this.open_.set(board, { opening, asked: performance.now() })
    opening.catch(() => this.open_.delete(board))
    return opening
  }

  private async load(board: BoardId): Promise<Room> {
    const rested = this.resting.get(board)?.deref()
    this.resting.delete(board)
    const room = rested ?? (await Room.load(board, { keep: this.keep, log: this.log, limits: this.limits }))
    room.lastUsed = performance.now()
    await this.onOpen(room)
    return room
  }

  /** Gives a new board its first drawing; on the disk when resolved. */
  async seed(board: BoardId, drawing: Uint8Array): Promise<void> {
    const stream = await (await this.open(board)).streamOf('drawing')
    stream.write(drawing)
    await stream.settle()
  }

  /** Gives a board the drawing of another; its takes are not copied. */
  async copy(from: BoardId, to: BoardId): Promise<void> {
    const stream = await (await this.open(from)).streamOf('drawing')
    await this.seed(to, await stream.merge())
  }

  /** Takes a person's sockets away, because they may no longer be there or may now do something else. */
  dismiss({ user, boards }: { user: UserId; boards: readonly BoardId[] }): void {
    this.sockets.dismiss(user, boards)
  }

  /** Takes over a request for a socket at a board that the seat was found for. */
  async handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    seat: Seat,
    document: DocumentName,
  ): Promise<void> {
    if (this.isClosed) {
      this.sockets.turnAway(request, socket, head, 1012, 'Konte is restarting.')
      return
    }
    await this.sockets.welcome({ request, socket, head, seat, document })
  }

  /** Completes the handshake and closes, so that a browser can read why. */
  refuse(request: IncomingMessage, socket: Duplex, head: Buffer, reason: CloseReason): void {
    this.sockets.refuse(request, socket, head, reason)
  }

  /** Who is where, for the operator. */
  async list(): Promise<RoomFacts[]> {
    const rooms = await this.loaded()
    return rooms.map((room) => {
      const sizes = room.streams.map((stream) => stream.size)
      return {
        board: room.board,
        people: room.peers.map(({ seat, document }) => ({
          id: seat.person.id,
          name: seat.person.name,
          document,
        })),
        snapshotBytes: sizes.reduce((sum, { snapshot }) => sum + snapshot, 0),
        tailBytes: sizes.reduce((sum, { tail }) => sum + tail, 0),
        unkept: sizes.reduce((sum, { waiting }) => sum + waiting, 0),
      }
    })
  }

  /** Counts since the start, and how the keeping goes (`trouble`: why changes cannot be kept right now). */
  health(): Counts & ReturnType<Keep['health']> & { rooms: number } {
    return { ...this.sockets.counts, ...this.keep.health(), rooms: this.open_.size }
  }

  private async loaded(): Promise<Room[]> {
    const rooms = [...this.open_.values()].map(({ opening }) => opening.catch(() => null))
    return (await Promise.all(rooms)).filter((room) => room !== null)
  }

  private async sweep(): Promise<void> {
    const oldest = performance.now() - this.limits.ROOM_IDLE_SECONDS * 1000
    for (const [board, known] of this.open_) {
      const room = await known.opening.catch(() => null)
      const isUsed = () => known.asked > oldest || (room && (room.peers.length > 0 || room.lastUsed > oldest))
      if (!room || isUsed()) continue
      await room.rest()
      if (isUsed() || this.isClosed) continue
      this.open_.delete(board)
      this.resting.set(board, new WeakRef(room))
    }
    for (const [board, room] of this.resting) if (!room.deref()) this.resting.delete(board)
  }

  /** Stores everything, tells everybody to come again (1012), and ends. */
  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    clearInterval(this.sweeping)
    const held = [...this.resting.values()].flatMap((room) => room.deref() ?? [])
    const rooms = [...(await this.loaded()), ...held]
    for (const room of rooms) await room.settle()
    await this.sockets.close()
    for (const room of rooms) await room.close()
    await this.keep.close()
  }
}

export async function openRooms(opening: Opening): Promise<Rooms> {
  const limits = roomLimits(opening.env)
  const keep =
    opening.file === ':memory:'
      ? memoryKeep()
      : await fileKeep(opening.file, opening.log ?? silent, limits.ROOM_COMPACT_SECONDS * 1000)
  return new Rooms(keep, opening)
}
