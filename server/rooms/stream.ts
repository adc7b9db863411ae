import { frame, headLength, putHead, sharedBytes, sync, syncMessage, updatesIn } from './bytes.ts'
import { Clocks, covers, readVector } from './clocks.ts'
import type { Chunk, Keep, Snapshot, Stored } from './keep.ts'
import { flushMs } from './limits.ts'
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
/** Changes behind the snapshot that a joiner may be sent besides it, bytes. */
const longestTail = 4 << 20
/** A snapshot is made when nobody has drawn for this long: it costs as much as the changes themselves. */
const quietMs = 3000
const worthwhile = 256 << 10

export type StreamLog = {
  info(fields: object, words: string): void
  warn(fields: object, words: string): void
  error(fields: object, words: string): void
}

/**
 * One document of an open room, without the document: its snapshot, the changes since (kept, and on their way to the
 * disk), and everybody who reads it. Changes are put into one buffer per turn; the same bytes go to the sockets, to the
 * log and to the compacting thread.
 */
export class Stream {
  readonly name: string
  readonly peers = new Set<Peer>()
  readonly clocks = new Clocks()
  /** Bytes of changes taken in since the room was opened. */
  bytes = 0
  private readonly keep: Keep
  private readonly log: StreamLog
  private readonly walk = new Walk()
  private readonly key: number
  private snapshot: Snapshot | null
  private snapshotVector: Map<number, number>
  private tail: Chunk[]
  private tailBytes = 0
  private seq: number
  private keptSeq: number
  private queue: Part[] = []
  private passing: Part[] = []
  /** Sent again, but on the disk only with the next commit. */
  private marks: Mark[] = []
  private timer: NodeJS.Timeout | NodeJS.Immediate | null = null
  private lastFlush = 0
  private quiet: NodeJS.Timeout | null = null
  private compacting: Promise<void> | null = null
  private waiting: { seq: number; resolve(): void }[] = []
  private hasToldKept = true
  /** Asked at each flush for one more message to everybody (presence). */
  extra: () => Buffer | null = () => null

  constructor(name: string, stored: Stored, keep: Keep, log: StreamLog) {
    this.name = name
    this.keep = keep
    this.log = log
    this.key = stored.key
    this.snapshot = stored.snapshot
    this.snapshotVector = stored.snapshot ? readVector(stored.snapshot.vector) : new Map()
    this.tail = stored.tail
    this.seq = this.keptSeq = stored.tail.at(-1)?.seq ?? stored.snapshot?.upto ?? 0
    for (const [client, clock] of this.snapshotVector) this.clocks.raise(client, clock)
    if (stored.snapshot) this.learn(stored.snapshot.deletes)
    for (const chunk of stored.tail) {
      this.tailBytes += chunk.frames.length
      this.learn(chunk.frames)
    }
    if (this.tailBytes > worthwhile) this.compactWhenQuiet()
  }

  private learn(frames: Buffer): void {
    for (const update of updatesIn(frames)) {
      try {
        this.walk.read(update, this.clocks)
      } catch (reason) {
        this.log.error(
          { event: 'rooms.badRow', document: this.name, reason: String(reason) },
          'a kept change is damaged',
        )
      }
    }
  }

  /** What is kept, as updates in order: to build the document from. */
  *updates(): Generator<Buffer> {
    if (this.snapshot) yield* updatesIn(this.snapshot.state)
    for (const { frames } of this.tail) yield* updatesIn(frames)
  }

  get newClients(): number {
    return this.walk.newClients
  }

  get size(): { snapshot: number; tail: number; waiting: number } {
    return {
      snapshot: this.snapshot?.state.length ?? 0,
      tail: this.tailBytes,
      waiting: this.seq - this.keptSeq,
    }
  }

  /** A member's sync message (whole) whose update begins at `at`. Throws Malformed. */
  take(peer: Peer, message: Buffer, at: number): Verdict {
    const verdict = this.walk.read(message.subarray(at), this.clocks)
    const isAnswer = message[1] === sync.step2
    const index = peer.received
    if (verdict === 'gap') {
      peer.hold(index)
      return verdict
    }
    const covered = isAnswer ? index : 0
    if (verdict === 'known') {
      if (this.queue.length === 0 && this.keptSeq === this.seq) this.tell({ peer, index, covers: covered })
      else this.marks.push({ peer, index, covers: covered })
      if (this.marks.length > 0) this.due()
      return verdict
    }
    // An answer reaches the others as a plain change: theirs is not an answer.
    message[1] = sync.update
    this.put({ message, from: peer, index, covers: covered, start: 0, end: 0 })
    return verdict
  }

  /** A change of our own making. */
  write(update: Uint8Array): void {
    this.walk.read(update, this.clocks)
    const message = syncMessage(sync.update, update)
    this.put({ message, from: null, index: 0, covers: 0, start: 0, end: 0 })
  }

  private put(part: Part): void {
    this.bytes += part.message?.length ?? 0
    this.queue.push(part)
    this.due()
    this.compactWhenQuiet()
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
    if (this.tailBytes > Math.max(longestTail, (this.snapshot?.state.length ?? 0) / 2)) void this.compact()
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
    this.tail.push(chunk)
    this.tailBytes += frames.length
    const marks: Mark[] = this.marks.splice(0)
    for (const { from, index, covers } of parts) if (from) marks.push({ peer: from, index, covers })
    this.keep.append(this.key + chunk.seq, frames, () => {
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

  /** Resolves when everything taken in so far is on the disk. */
  settle(): Promise<void> {
    if (this.queue.length > 0) {
      if (this.timer) clearTimeout(this.timer as NodeJS.Timeout)
      if (this.timer) clearImmediate(this.timer as NodeJS.Immediate)
      this.flush()
    }
    const { seq } = this
    if (this.keptSeq >= seq) return Promise.resolve()
    return new Promise((resolve) => this.waiting.push({ seq, resolve }))
  }

  /** Answers a peer's state vector: the content first, an empty answer last, so that `synced` means it is all there. */
  async join(peer: Peer, vector: Buffer): Promise<void> {
    const has = readVector(vector)
    const { snapshot } = this
    let first: Buffer | null = null
    if (snapshot && has.size === 0) first = snapshot.state
    else if (snapshot && covers(has, this.snapshotVector)) first = snapshot.deletes
    else if (snapshot) {
      first = await this.keep.diff(this.name, snapshot, vector).catch((reason) => {
        this.log.warn(
          { event: 'rooms.noDiff', document: this.name, reason: String(reason) },
          'sending it all instead',
        )
        return snapshot.state
      })
      // A newer snapshot took rows of the tail with it meanwhile: the whole newer one is right for everybody.
      if (this.snapshot !== snapshot) first = this.snapshot?.state ?? null
    }
    const queued = this.queue.flatMap(({ message }) => (message ? [frame(message)] : []))
    const answer = [
      ...(first ? [first] : []),
      ...this.tail.map(({ frames }) => frames),
      ...queued,
      emptyStep2,
    ]
    // What is queued goes out with the next flush as well; Yjs passes over what it has.
    peer.isJoined = true
    peer.sendAll(answer, true)
  }

  /** Everything as one update. */
  merge(): Promise<Uint8Array> {
    return this.keep.merge(this.name, this.snapshot, this.tail)
  }

  private compactWhenQuiet(): void {
    if (this.quiet) {
      this.quiet.refresh()
      return
    }
    this.quiet = setTimeout(() => {
      this.quiet = null
      if (this.tailBytes > worthwhile) void this.compact()
    }, quietMs)
    this.quiet.unref()
  }

  /** Takes the tail into the snapshot. What takes too long is tried in halves; a single row that does is left in the log. */
  compact(most = Number.POSITIVE_INFINITY): Promise<void> {
    this.compacting ??= this.compactNow(most).finally(() => {
      this.compacting = null
    })
    return this.compacting
  }

  private async compactNow(most: number): Promise<void> {
    await this.settle()
    const chunks = this.tail.slice(0, most)
    const last = chunks.at(-1)
    if (!last) return
    try {
      const { snapshot, refused } = await this.keep.compact(this.name, this.snapshot, chunks)
      for (const bytes of refused)
        this.log.error(
          { event: 'rooms.setAside', document: this.name, bytes: bytes.length },
          'a change was set aside',
        )
      this.adopt(snapshot)
      this.keep.cut(this.key + 1, this.key + snapshot.upto)
    } catch (reason) {
      this.log.error(
        { event: 'rooms.noSnapshot', document: this.name, reason: String(reason) },
        'no snapshot was made',
      )
    }
  }

  private adopt(snapshot: Snapshot): void {
    this.snapshot = snapshot
    this.snapshotVector = readVector(snapshot.vector)
    const left = this.tail.findIndex(({ seq }) => seq > snapshot.upto)
    this.tail = left < 0 ? [] : this.tail.slice(left)
    this.tailBytes = this.tail.reduce((sum, { frames }) => sum + frames.length, 0)
  }

  /** Ends the timers and, when there is reason to, leaves a fresh snapshot. */
  async close(): Promise<void> {
    await this.settle()
    if (this.quiet) clearTimeout(this.quiet)
    this.quiet = null
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
