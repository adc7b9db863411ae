import * as Y from 'yjs'
import { encodePreview, type Preview } from '#db/board/messages.ts'
import type { BoardId, UserId } from '#db/ids.ts'
import type { Keep } from './keep.ts'
import { type Limits, presenceMs, roomLimits } from './limits.ts'
import { memoryKeep } from './memoryKeep.ts'
import type { StreamLog } from './past.ts'
import type { DocumentName, Peer } from './peer.ts'
import { Presence } from './presence.ts'
import { Stream } from './stream.ts'

export type RoomLog = StreamLog & { child?(fields: object): RoomLog }

type Made = { keep: Keep; log: RoomLog; limits: Limits }

const silent: RoomLog = { info() {}, warn() {}, error() {} }
const whileLoading = Symbol('loading')

/** A board while it is open. There is never more than one `Room` of a board in a process. */
export class Room {
  readonly board: BoardId
  readonly log: RoomLog
  readonly presence: Presence
  readonly made = performance.now()
  lastUsed = performance.now()
  private readonly newClients = new Map<UserId, { left: number }>()
  private readonly keep: Keep
  private readonly ledgerDoc: Y.Doc
  private readonly ledger: Stream
  private drawing: Promise<Stream> | null = null
  private loadedDrawing: Stream | null = null
  private presenceTimer: NodeJS.Timeout | null = null

  private constructor(board: BoardId, ledger: Stream, made: Made) {
    this.board = board
    this.log = made.log
    this.keep = made.keep
    this.presence = new Presence(made.limits)
    this.ledger = ledger
    this.ledgerDoc = new Y.Doc()
    for (const update of ledger.updates()) Y.applyUpdate(this.ledgerDoc, update, whileLoading)
    this.ledgerDoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== whileLoading) this.ledger.write(update)
    })
  }

  static async load(board: BoardId, { keep, log, limits }: Made): Promise<Room> {
    const ownLog = log.child?.({ board }) ?? log
    const name = `${board}/ledger`
    return new Room(board, new Stream(name, await keep.load(name), keep, ownLog), {
      keep,
      log: ownLog,
      limits,
    })
  }

  /** A room of its own for a test: no file, no thread, no sockets. */
  static inMemory(board: BoardId): Room {
    const name = `${board}/ledger`
    const keep = memoryKeep()
    const ledger = new Stream(name, { key: 0, snapshot: null, tail: [] }, keep, silent)
    return new Room(board, ledger, { keep, log: silent, limits: roomLimits() })
  }

  /** Changes the ledger; every member sees it at once. */
  record(change: (ledger: Y.Doc) => void): void {
    this.lastUsed = performance.now()
    this.ledgerDoc.transact(() => change(this.ledgerDoc))
  }

  readLedger<T>(read: (ledger: Y.Doc) => T): T {
    this.lastUsed = performance.now()
    return read(this.ledgerDoc)
  }

  /** Shows a picture in the making to everyone who is here. */
  showPreview(preview: Preview): void {
    this.lastUsed = performance.now()
    this.loadedDrawing?.pass(Buffer.from(encodePreview(preview)), null)
  }

  /** The document's stream; the drawing is loaded when it is first asked for. */
  streamOf(document: DocumentName): Promise<Stream> {
    this.lastUsed = performance.now()
    if (document === 'ledger') return Promise.resolve(this.ledger)
    this.drawing ??= this.loadDrawing()
    return this.drawing
  }

  private async loadDrawing(): Promise<Stream> {
    const name = `${this.board}/drawing`
    try {
      const stream = new Stream(name, await this.keep.load(name), this.keep, this.log)
      stream.extra = () => this.presence.news()
      this.loadedDrawing = stream
      return stream
    } catch (reason) {
      // The next one who asks tries again.
      this.drawing = null
      throw reason
    }
  }

  /** Presence goes out with the next flush, or by itself after a while: many pointers, one message. */
  presenceChanged(): void {
    if (this.presenceTimer || !this.presence.hasNews) return
    this.presenceTimer = setTimeout(() => {
      this.presenceTimer = null
      if (this.presence.hasNews) this.loadedDrawing?.due()
    }, presenceMs)
  }

  /** What a person may still bring here, on all of their pages: thousands of Yjs clients in one place take seconds. */
  newClientsOf(person: UserId, most: number): { left: number } {
    const known = this.newClients.get(person) ?? { left: most }
    this.newClients.set(person, known)
    return known
  }

  get streams(): Stream[] {
    return this.loadedDrawing ? [this.loadedDrawing, this.ledger] : [this.ledger]
  }

  get peers(): Peer[] {
    return this.streams.flatMap((stream) => [...stream.peers])
  }

  /** Resolves when everything said so far is on the disk. */
  async settle(): Promise<void> {
    await Promise.all(this.streams.map((stream) => stream.settle()))
  }

  /** The drawing leaves memory; whoever still holds the room may go on recording. */
  async rest(): Promise<void> {
    const { loadedDrawing, lastUsed } = this
    await Promise.all(this.streams.map((stream) => stream.compact()))
    await loadedDrawing?.close()
    // Somebody who asked for it meanwhile has it in hand.
    if (!loadedDrawing || loadedDrawing.peers.size > 0 || this.lastUsed !== lastUsed) return
    this.loadedDrawing = null
    this.drawing = null
    this.keep.forget(loadedDrawing.name)
  }

  async close(): Promise<void> {
    if (this.presenceTimer) clearTimeout(this.presenceTimer)
    await Promise.all(this.streams.map((stream) => stream.close()))
  }
}
