import { encodeInkFrom, message as numbers } from '#db/board/messages.ts'
import { frame, sync, syncMessage } from './bytes.ts'
import { TookTooLong } from './keep.ts'
import type { Peer } from './peer.ts'
import { Malformed, Reader } from './reader.ts'
import type { Room } from './room.ts'
import type { Stream } from './stream.ts'

const awareness = 1
const queryAwareness = 3
/** Newest points of one stroke, bytes. */
const mostInk = 4096
/** Changes that build on what is missing, until the sender has answered what it was asked. */
const mostGaps = 2000
/** Full answers of one page that have a hole. */
const mostSalvages = 50

export type Refuse = (
  peer: Peer,
  reason: 'badUpdate' | 'notAllowed' | 'tooLarge' | 'tooMany',
  words: string,
) => void

/** What the server says first: at a drawing, "send me what I lack of yours". */
export function greet(stream: Stream, peer: Peer): void {
  if (peer.mayWrite) askForMissing(stream, peer)
}

function askForMissing(stream: Stream, peer: Peer): void {
  if (peer.hasBeenAsked) return
  peer.hasBeenAsked = true
  peer.send(frame(syncMessage(sync.step1, stream.clocks.encode())))
}

/** Reads messages of one room's sockets; one of these per room. */
export class MessageReader {
  private readonly reader = new Reader()
  private readonly room: Room
  private readonly refuse: Refuse
  private readonly mostUpdate: number

  constructor(room: Room, mostUpdate: number, refuse: Refuse) {
    this.room = room
    this.mostUpdate = mostUpdate
    this.refuse = refuse
  }

  /** Throws Malformed. A promise: the peer's next messages wait for it. */
  read(stream: Stream, peer: Peer, message: Buffer): Promise<void> | undefined {
    const { reader } = this
    reader.start(message)
    const number = reader.varint()
    if (number === 0) return this.readSync(stream, peer, message)
    if (peer.document === 'ledger') return
    if (number === awareness) {
      const length = reader.varint()
      if (length !== reader.end - reader.at) throw new Malformed('a length is false')
      this.room.presence.hear(peer, message.subarray(reader.at))
      this.room.presenceChanged()
    } else if (number === queryAwareness) {
      if (!peer.syncs.take(1)) {
        this.refuse(peer, 'tooMany', 'asks too often')
        return
      }
      const everybody = this.room.presence.all()
      if (everybody) peer.send(frame(everybody))
    } else if (number === numbers.ink) this.readInk(stream, peer, message)
    else throw new Malformed(`there is no message ${number}`)
  }

  private readInk(stream: Stream, peer: Peer, message: Buffer): void {
    const { reader } = this
    const length = reader.varint()
    if (length !== reader.end - reader.at) throw new Malformed('a length is false')
    if (length > mostInk) {
      this.refuse(peer, 'tooLarge', 'ink is too large')
      return
    }
    if (!peer.mayWrite) {
      this.refuse(peer, 'notAllowed', 'may not draw')
      return
    }
    // Nobody could tell whose it is before the page has shown itself.
    if (peer.page) stream.pass(Buffer.from(encodeInkFrom(peer.page, message.subarray(reader.at))), peer)
  }

  private readSync(stream: Stream, peer: Peer, message: Buffer): Promise<void> | undefined {
    const { reader } = this
    const step = reader.varint()
    const length = reader.varint()
    const at = reader.at
    if (step > sync.update) throw new Malformed('there is no such sync message')
    if (length !== reader.end - at) throw new Malformed('a length is false')
    if (step === sync.step1) {
      if (peer.syncs.take(1)) return this.join(stream, peer, message.subarray(at))
      this.refuse(peer, 'tooMany', 'asks for the board too often')
    } else if (peer.mayWrite) return this.readChange(stream, peer, message, at, step)
    // A stock client answers with what it has, which is nothing of its own.
    else if (length > 2) this.refuse(peer, 'notAllowed', 'may not write')
    return undefined
  }

  private async join(stream: Stream, peer: Peer, vector: Buffer): Promise<void> {
    await stream.join(peer, vector)
    const everybody = peer.document === 'drawing' ? this.room.presence.all() : null
    if (everybody) peer.send(frame(everybody))
  }

  private readChange(
    stream: Stream,
    peer: Peer,
    message: Buffer,
    at: number,
    step: number,
  ): Promise<void> | undefined {
    if (step === sync.update && message.length - at > this.mostUpdate) {
      this.refuse(peer, 'tooLarge', 'a change is too large')
      return undefined
    }
    // In two bytes: a stranger's way of writing the same numbers would be passed on as it is.
    if (message[0] !== 0 || message[1] !== step) throw new Malformed('a number is written too long')
    const index = ++peer.received
    if (step === sync.step2) peer.hasBeenAsked = false
    const verdict = stream.take(peer, message, at, index)
    if (verdict === 'doubtful') return this.check(stream, peer, message, at, index)
    if (verdict === 'gap' && step === sync.step2)
      return this.salvage(stream, peer, message.subarray(at), index)
    this.follow(stream, peer, verdict)
    return undefined
  }

  private follow(stream: Stream, peer: Peer, verdict: ReturnType<Stream['take']>): void {
    if (verdict === 'gap') this.askAgain(stream, peer)
    else if (verdict === 'new' && peer.isHolding) this.askLater(stream, peer)
    else if (verdict === 'crowd') this.refuse(peer, 'tooMany', 'brings too many client ids')
  }

  private askAgain(stream: Stream, peer: Peer): void {
    if (++peer.gaps > mostGaps) this.refuse(peer, 'badUpdate', 'its changes build on nothing')
    else askForMissing(stream, peer)
  }

  /** What came may have filled its hole. */
  private askLater(stream: Stream, peer: Peer): void {
    if (peer.hasBeenAsked || peer.askAgainMs === 0) return
    const wait = peer.askAgainMs
    peer.askAgainMs = 0
    setTimeout(() => {
      peer.askAgainMs = wait * 2
      if (peer.isHolding) askForMissing(stream, peer)
    }, wait).unref()
  }

  /**
   * Somebody's full answer that still builds on what is missing: their own copy has a hole. What can be taken of it is,
   * and the rest is never said to be kept.
   */
  private async salvage(stream: Stream, peer: Peer, update: Uint8Array, index: number): Promise<void> {
    if (++peer.gaps > mostSalvages) {
      this.refuse(peer, 'badUpdate', 'its changes build on nothing')
      return
    }
    const part = await stream.salvage(update)
    if (!part) return
    const message = syncMessage(sync.update, part)
    this.follow(stream, peer, stream.take(peer, message, message.length - part.length, index, true))
  }

  /** A change that only the document itself can judge is tried on it, on the other thread. */
  private async check(stream: Stream, peer: Peer, message: Buffer, at: number, index: number): Promise<void> {
    const wrong = await stream.check(message.subarray(at)).catch((reason) => {
      if (reason instanceof TookTooLong) return 'it takes too long'
      throw reason
    })
    if (wrong !== null) this.refuse(peer, 'badUpdate', wrong)
    else this.follow(stream, peer, stream.take(peer, message, at, index, true))
  }
}
