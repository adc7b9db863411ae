import { frame, headLength, putHead, sharedBytes, sync, syncMessage } from './bytes.ts'
import { Clocks, readVector } from './clocks.ts'
import type { Keep, Stored } from './keep.ts'
import { flushMs } from './limits.ts'
import { Past, type StreamLog } from './past.ts'
import type { Peer } from './peer.ts'
import { type Verdict, Walk } from './walk.ts'

/** One message on its way out: from whom, and where it stands in the flush. */
export type Part = {
  message: Buffer | null
  from: Peer | null
  /** The sender's how manyeth sync message it is; 0: not one of theirs. */
  index: number
  /** The sender's held messages up to this one are covered by it. */
  covers: number
  start: number
  end: number
}
type Mark = { peer: Peer; index: number; covers: number }

const emptyStep2 = frame(syncMessage(sync.step2, new Uint8Array([0, 0])))
/** A change this large, bytes, is tried off this thread before anybody is given it. */
const large = 128 << 10

/**
 * One document of an open room, without the document: its past, the changes on their way to the disk, and everybody who
 * reads it. Changes are put into one buffer per turn; the same bytes go to the sockets, to the log and to the
 * compacting thread.
 */
export class Stream {
  readonly name: string
  readonly peers = new Set<Peer>()
  readonly clocks = new Clocks()
  readonly walk = new Walk()
  private readonly past: Past
  private seq: number
  private keptSeq: number
  private queue: Part[] = []
  private passing: Part[] = []
  /** Sent again, but on the disk only with the next commit. */
  private marks: Mark[] = []
  private timer: NodeJS.Timeout | NodeJS.Immediate | null = null
  private lastFlush = 0
  private waiting: { seq: number; resolve(): void }[] = []
  private hasToldKept = true
  /** Asked at each flush for one more message to everybody (presence). */
  extra: () => Buffer | null = () => null

  constructor(name: string, stored: Stored, keep: Keep, log: StreamLog) {
    this.name = name
    this.past = new Past(name, stored, keep, log)
    this.past.teach(this.clocks, this.walk)
    this.seq = this.keptSeq = this.past.lastSeq
  }

  /** Everything, as updates in order: to build the document from. */
  updates(): Generator<Buffer> {
    return this.past.updates()
  }

  get size(): { snapshot: number; tail: number; waiting: number } {
    const { snapshotBytes, tailBytes } = this.past
    return { snapshot: snapshotBytes, tail: tailBytes, waiting: this.seq - this.keptSeq }
  }

  /**
   * A member's sync message (whole), the peer's `index`th, whose update begins at `at`. `doubtful`: nothing was done yet;
   * the update has to be checked, then it may come again as `isChecked`. `crowd`: too many clients. Throws Malformed.
   */
  take(
    peer: Peer,
    message: Buffer,
    at: number,
    index: number,
    isChecked = false,
  ): Verdict | 'doubtful' | 'crowd' {
    const verdict = this.walk.judge(message.subarray(at), this.clocks)
    if (verdict === 'gap') {
      peer.hold(index)
      return verdict
    }
    // A full answer holds everything that was refused before.
    const covered = message[1] === sync.step2 ? index : 0
    if (verdict === 'known') {
      if (this.queue.length === 0 && this.keptSeq === this.seq) this.tell({ peer, index, covers: covered })
      else this.marks.push({ peer, index, covers: covered })
      if (this.marks.length > 0) this.due()
      return verdict
    }
    if (this.walk.newClients > peer.newClients.left) return 'crowd'
    if (!isChecked && (this.walk.isDoubtful || message.length > large)) return 'doubtful'
    this.walk.teach(this.clocks)
    peer.newClients.left -= this.walk.newClients
    // An answer reaches the others as a plain change: theirs is not an answer.
    message[1] = sync.update
    this.put({ message, from: peer, index, covers: covered, start: 0, end: 0 })
    return verdict
  }

  /** Why Yjs would not take an update; null when it does. */
  async check(update: Uint8Array): Promise<string | null> {
    if (this.queue.length > 0) this.flushNow()
    return this.past.check(update)
  }

  /** What can be taken of an update that builds on what is missing; null: nothing. */
  async salvage(update: Uint8Array): Promise<Uint8Array | null> {
    if (this.queue.length > 0) this.flushNow()
    return this.past.salvage(update)
  }

  /** A change of our own making. */
  write(update: Uint8Array): void {
    if (this.walk.judge(update, this.clocks) === 'new') this.walk.teach(this.clocks)
    const message = syncMessage(sync.update, update)
    this.put({ message, from: null, index: 0, covers: 0, start: 0, end: 0 })
  }

  private put(part: Part): void {
    this.queue.push(part)
    this.due()
    this.past.compactWhenQuiet(() => this.settle())
  }

  /** A message to everybody but its sender that nobody keeps. */
  pass(message: Buffer, from: Peer | null): void {
    this.passing.push({ message, from, index: 0, covers: 0, start: 0, end: 0 })
    this.due()
  }

  /** The first change leaves in this turn, those behind it at most every flushMs. */
  due(): void {
    if (this.timer) return
    const wait = this.lastFlush + flushMs - performance.now()
    this.timer = wait <= 0 ? setImmediate(() => this.flush()) : setTimeout(() => this.flush(), wait)
  }

  private flush(): void {
    this.timer = null
    this.lastFlush = performance.now()
    const changes = this.queue
    const passing = this.passing
    const extra = this.extra()
    if (extra) passing.push({ message: extra, from: null, index: 0, covers: 0, start: 0, end: 0 })
    this.queue = []
    this.passing = []
    if (changes.length + passing.length > 0) {
      const { all, kept } = layOut(changes, passing)
      if (kept > 0) this.append(all.subarray(0, kept), changes)
      else if (this.marks.length > 0) this.markLast()
      this.sendFlush(all, passing.length > 0 ? [...changes, ...passing] : changes)
    } else {
      if (this.marks.length > 0) this.markLast()
      if (!this.hasToldKept) this.sendFlush(null, [])
    }
    this.hasToldKept = true
    if (this.past.isLong) void this.compact()
  }

  private sendFlush(all: Buffer | null, parts: readonly Part[]): void {
    for (const part of parts) part.from?.mine.push(part)
    for (const peer of this.peers) {
      const told = peer.keptFrame()
      const others = all && peer.isJoined ? (peer.mine.length > 0 ? without(all, peer.mine) : [all]) : []
      peer.mine.length = 0
      if (told) others.push(told)
      if (others.length === 1) peer.send(others[0] as Buffer)
      else if (others.length > 1) peer.send(Buffer.concat(others))
    }
    for (const part of parts) if (part.from) part.from.mine.length = 0
  }

  private append(frames: Buffer, parts: Part[]): void {
    const chunk = { seq: ++this.seq, frames }
    const marks: Mark[] = this.marks.splice(0)
    for (const { from, index, covers } of parts) if (from) marks.push({ peer: from, index, covers })
    this.past.append(chunk, () => {
      this.keptSeq = chunk.seq
      for (const mark of marks) this.tell(mark)
      while (this.waiting[0] && this.waiting[0].seq <= chunk.seq) this.waiting.shift()?.resolve()
    })
  }

  /** Nothing new to append: what was marked is kept with the newest row, which may still be on its way. */
  private markLast(): void {
    const marks = this.marks.splice(0)
    void this.settle().then(() => {
      for (const mark of marks) this.tell(mark)
    })
  }

  private tell({ peer, index, covers }: Mark): void {
    if (!peer.isOpen || !peer.keepTo(index, covers)) return
    this.hasToldKept = false
    this.due()
  }

  private flushNow(): void {
    if (this.timer) clearTimeout(this.timer as NodeJS.Timeout)
    if (this.timer) clearImmediate(this.timer as NodeJS.Immediate)
    this.flush()
  }

  /** Resolves when everything taken in so far is on the disk. */
  settle(): Promise<void> {
    if (this.queue.length > 0) this.flushNow()
    const { seq } = this
    if (this.keptSeq >= seq) return Promise.resolve()
    return new Promise((resolve) => this.waiting.push({ seq, resolve }))
  }

  /** Answers a peer's state vector: the content first, an empty answer last, so that `synced` means it is all there. */
  async join(peer: Peer, vector: Buffer): Promise<void> {
    readVector(vector)
    const frames = await this.past.framesFor(vector)
    // What is queued goes out with the next flush as well; Yjs passes over what it has.
    const queued = this.queue.flatMap(({ message }) => (message ? [frame(message)] : []))
    peer.isJoined = true
    peer.sendAll([...frames, ...queued, emptyStep2], true)
  }

  /** Everything as one update. */
  async merge(): Promise<Uint8Array> {
    await this.settle()
    return this.past.merge()
  }

  compact(): Promise<void> {
    return this.past.compact(() => this.settle())
  }

  async close(): Promise<void> {
    await this.settle()
    this.past.close()
  }
}

/** All messages in one buffer, framed; what is kept comes first. */
function layOut(changes: readonly Part[], passing: readonly Part[]): { all: Buffer; kept: number } {
  let length = 0
  for (const list of [changes, passing])
    for (const { message } of list) if (message) length += headLength(message.length) + message.length
  const all = changes.length > 0 ? sharedBytes(length) : Buffer.allocUnsafeSlow(length)
  let at = 0
  let kept = 0
  for (const list of [changes, passing]) {
    for (const part of list) {
      if (!part.message) continue
      part.start = at
      at = putHead(all, at, part.message.length)
      all.set(part.message, at)
      at += part.message.length
      part.end = at
      // It holds a slice of what the socket read: let go at once.
      part.message = null
    }
    if (list === changes) kept = at
  }
  return { all, kept }
}

/** The buffer without some of its parts, which are in order. */
function without(all: Buffer, parts: readonly Part[]): Buffer[] {
  const rest: Buffer[] = []
  let at = 0
  for (const { start, end } of parts) {
    if (start > at) rest.push(all.subarray(at, start))
    at = end
  }
  if (at < all.length) rest.push(all.subarray(at))
  return rest
}
