import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { type CloseReason, closeCodes, encodeKept } from '#db/board/messages.ts'
import { frame } from './bytes.ts'
import { Allowance, type Limits } from './limits.ts'
import type { Seat } from './seat.ts'
import type { Part } from './stream.ts'

export type DocumentName = 'drawing' | 'ledger'

/** Why a socket was closed: the page knows the code and says it in its reader's language. */
export const closeWords: Record<CloseReason, string> = {
  signIn: 'Sign in, or open your invitation link again.',
  notAllowed: 'You may not do this here, or are no longer a member of this project.',
  noBoard: 'There is no such board.',
  clientTooOld: 'Konte was updated. Reload the page; your work is kept.',
  tooLarge: 'This is too large for a board.',
  badUpdate: 'This change cannot be read. Reload the page.',
  tooMany: 'Too many at once. Try again in a minute.',
}

/** One socket of one member, at one document of a room. */
export class Peer {
  readonly seat: Seat
  readonly document: DocumentName
  readonly mayWrite: boolean
  /** It was sent the whole document: from then on it is sent every change. */
  isJoined = false
  isOpen = true
  /** We asked for what we lack and were not answered yet. */
  hasBeenAsked = false
  /** Its Yjs client, once it has shown presence, and the name it gives to this page. */
  client: number | null = null
  page = ''
  lastHeard = performance.now()
  lastSent = 0
  /** Parts of the flush that is being made which came from here: they are not sent back. */
  mine: Part[] = []
  /** Yjs clients, new to the document, that its person may still bring. */
  readonly newClients: { left: number }
  gaps = 0
  /** Milliseconds until a sender with a hole is asked again after it brought something; doubles. 0: being waited for. */
  askAgainMs = 250
  /** What came while one of its messages is still being worked on. */
  backlog: { message: Buffer; isBinary: boolean }[] | null = null
  readonly messages: Allowance
  readonly syncs: Allowance

  /** Sync messages that it sent; of those: on the disk, and told so. */
  received = 0
  private kept = 0
  private told = 0
  /** Refused for a gap: kept only with the sender's next full answer. */
  private held: number[] = []

  private readonly ws: WebSocket
  private readonly socket: Duplex
  private readonly limits: Limits
  private readonly onOverflow: (peer: Peer) => void
  /** Bytes of a whole board on their way to it, which it may take its time for. */
  private grace = 0

  constructor(
    seat: Seat,
    document: DocumentName,
    ends: {
      ws: WebSocket
      socket: Duplex
      limits: Limits
      newClients: { left: number }
      onOverflow(peer: Peer): void
    },
  ) {
    this.seat = seat
    this.document = document
    this.ws = ends.ws
    this.socket = ends.socket
    this.limits = ends.limits
    this.newClients = ends.newClients
    this.onOverflow = ends.onOverflow
    this.mayWrite = document === 'drawing' && seat.can('board.draw')
    this.messages = new Allowance(
      this.limits.ROOM_MESSAGES_PER_SECOND * 3,
      this.limits.ROOM_MESSAGES_PER_SECOND,
    )
    this.syncs = new Allowance(this.limits.ROOM_SYNCS, this.limits.ROOM_SYNCS / 60)
  }

  get buffered(): number {
    return this.socket.writableLength
  }

  /** Writes bytes that are framed already. Whoever reads too slowly is cut off instead of filling our memory. */
  send(frames: Uint8Array): void {
    if (!this.isOpen || !this.socket.writable) return
    const { buffered } = this
    if (buffered < 65_536) this.grace = 0
    if (buffered > this.limits.ROOM_BUFFERED_BYTES + this.grace) {
      this.onOverflow(this)
      return
    }
    this.lastSent = performance.now()
    this.socket.write(frames)
  }

  /** Several writes in one, and in one turn. */
  sendAll(frames: readonly Uint8Array[], isWholeBoard = false): void {
    if (isWholeBoard) for (const each of frames) this.grace += each.length
    this.socket.cork()
    for (const each of frames) this.send(each)
    this.socket.uncork()
  }

  get isHolding(): boolean {
    return this.held.length > 0
  }

  hold(index: number): void {
    this.held.push(index)
  }

  /** Its messages up to `index` are on the disk; those held before `coveredTo` too. True when that is news. */
  keepTo(index: number, coveredTo: number): boolean {
    if (coveredTo > 0) this.held = this.held.filter((each) => each > coveredTo)
    const [first] = this.held
    const upto = first === undefined ? index : Math.min(index, first - 1)
    if (upto <= this.kept) return false
    this.kept = upto
    return true
  }

  /** The message that tells how much is kept, if it was not told yet. */
  keptFrame(): Buffer | null {
    if (this.told === this.kept) return null
    this.told = this.kept
    return frame(encodeKept(this.kept))
  }

  pause(): void {
    this.ws.pause()
  }

  resume(): void {
    this.ws.resume()
  }

  ping(): void {
    this.ws.ping()
  }

  close(reason: CloseReason): void {
    this.closeWith(closeCodes[reason], closeWords[reason])
  }

  closeWith(code: number, words: string): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.ws.close(code, words)
    // Somebody who does not read does not answer the closing either.
    setTimeout(() => this.ws.terminate(), 2000).unref()
  }

  terminate(): void {
    this.isOpen = false
    this.ws.terminate()
  }
}
