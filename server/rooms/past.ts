import { updatesIn } from './bytes.ts'
import { type Clocks, covers, readVector } from './clocks.ts'
import { type Chunk, type Keep, type Snapshot, type Stored, TookTooLong } from './keep.ts'
import type { Walk } from './walk.ts'

export type StreamLog = {
  info(fields: object, words: string): void
  warn(fields: object, words: string): void
  error(fields: object, words: string): void
}

/** Changes behind the snapshot that a joiner may be sent besides it, bytes. */
const longestTail = 4 << 20
/** A snapshot is made when nobody has drawn for this long: it costs as much as the changes themselves. */
const quietMs = 3000
const worthwhile = 256 << 10

/** What happened to a document so far: a snapshot, and the changes since. Never the document itself. */
export class Past {
  readonly name: string
  tail: Chunk[]
  tailBytes = 0
  private readonly keep: Keep
  private readonly log: StreamLog
  private readonly key: number
  private snapshot: Snapshot | null = null
  private vector: ReadonlyMap<number, number> = new Map()
  private quiet: NodeJS.Timeout | null = null
  private compacting: Promise<void> | null = null

  constructor(name: string, stored: Stored, keep: Keep, log: StreamLog) {
    this.name = name
    this.keep = keep
    this.log = log
    this.key = stored.key
    this.tail = stored.tail
    for (const { frames } of stored.tail) this.tailBytes += frames.length
    if (stored.snapshot) this.adopt(stored.snapshot)
  }

  get lastSeq(): number {
    return this.tail.at(-1)?.seq ?? this.snapshot?.upto ?? 0
  }

  get snapshotBytes(): number {
    return this.snapshot?.state.length ?? 0
  }

  get isLong(): boolean {
    return this.tailBytes > Math.max(longestTail, this.snapshotBytes / 2)
  }

  /** Tells the clocks of a document that was just loaded all that it holds. */
  teach(clocks: Clocks, walk: Walk): void {
    for (const [client, clock] of this.vector) clocks.raise(client, clock)
    const parts = [
      ...(this.snapshot ? [this.snapshot.deletes] : []),
      ...this.tail.map(({ frames }) => frames),
    ]
    for (const update of parts.flatMap((frames) => [...updatesIn(frames)])) {
      try {
        if (walk.judge(update, clocks) === 'new') walk.teach(clocks)
      } catch (reason) {
        const fields = { event: 'rooms.badRow', document: this.name, reason: String(reason) }
        this.log.error(fields, 'a kept change is damaged')
      }
    }
  }

  /** Everything, as updates in order. */
  *updates(): Generator<Buffer> {
    if (this.snapshot) yield* updatesIn(this.snapshot.state)
    for (const { frames } of this.tail) yield* updatesIn(frames)
  }

  /** Everything as one update. */
  merge(): Promise<Uint8Array> {
    return this.keep.merge(this.name, this.snapshot, this.tail)
  }

  /** Why Yjs does not take an update on top of all this; null when it does. */
  check(update: Uint8Array): Promise<string | null> {
    return this.keep.check(this.name, this.snapshot, this.tail, update)
  }

  salvage(update: Uint8Array): Promise<Uint8Array | null> {
    return this.keep.salvage(this.name, this.snapshot, this.tail, update)
  }

  append(chunk: Chunk, kept: () => void): void {
    this.tail.push(chunk)
    this.tailBytes += chunk.frames.length
    this.keep.append(this.key + chunk.seq, chunk.frames, kept)
  }

  /** Frames that bring somebody with these clocks up to date. */
  async framesFor(vector: Buffer): Promise<Buffer[]> {
    const { snapshot } = this
    const first = snapshot && (await this.snapshotFor(snapshot, vector))
    // A newer snapshot took changes out of the tail meanwhile: all of the newer one is right for everybody.
    const whole = this.snapshot === snapshot ? first : this.snapshot?.state
    const tail = this.tail.map(({ frames }) => frames)
    return whole ? [whole, ...tail] : tail
  }

  /** Shared by all who know nothing, or all there is; made for the one who knows some of it. */
  private snapshotFor(snapshot: Snapshot, vector: Buffer): Buffer | Promise<Buffer> {
    const has = readVector(vector)
    if (has.size === 0) return snapshot.state
    if (covers(has, this.vector)) return snapshot.deletes
    return this.keep.diff(this.name, snapshot, vector).catch((reason) => {
      const fields = { event: 'rooms.noDiff', document: this.name, reason: String(reason) }
      this.log.warn(fields, 'somebody is sent the whole board instead of what they lack')
      return snapshot.state
    })
  }

  compactWhenQuiet(settle: () => Promise<void>): void {
    if (this.quiet) {
      this.quiet.refresh()
      return
    }
    this.quiet = setTimeout(() => {
      this.quiet = null
      if (this.tailBytes > worthwhile) void this.compact(settle)
    }, quietMs)
    this.quiet.unref()
  }

  /** Takes the tail into the snapshot, once all of it is on the disk. */
  compact(settle: () => Promise<void>): Promise<void> {
    this.compacting ??= this.compactNow(settle).finally(() => {
      this.compacting = null
    })
    return this.compacting
  }

  private async compactNow(settle: () => Promise<void>): Promise<void> {
    await settle()
    // What takes too long is tried in halves, until it is known which row it is.
    for (let count = this.tail.length; count > 0; ) {
      try {
        await this.compactSome(this.tail.slice(0, count))
        return
      } catch (reason) {
        const fields = { event: 'rooms.noSnapshot', document: this.name, count, reason: String(reason) }
        this.log.error(fields, 'no snapshot was made of a board')
        if (!(reason instanceof TookTooLong)) return
        if (count === 1) this.drop(this.tail[0] as Chunk)
        count = Math.floor(count / 2)
      }
    }
  }

  private async compactSome(chunks: readonly Chunk[]): Promise<void> {
    const { snapshot, refused } = await this.keep.compact(this.name, this.snapshot, chunks)
    for (const update of refused) {
      const fields = { event: 'rooms.setAside', document: this.name, update }
      this.log.error(fields, 'a change that Yjs cannot take was set aside')
    }
    this.adopt(snapshot)
    this.keep.cut(this.key + 1, this.key + snapshot.upto)
  }

  private drop({ seq, frames }: Chunk): void {
    const fields = { event: 'rooms.setAside', document: this.name, frames: frames.toString('base64') }
    this.log.error(fields, 'changes that take Yjs too long were set aside')
    this.tail = this.tail.filter((chunk) => chunk.seq !== seq)
    this.tailBytes -= frames.length
    this.keep.cut(this.key + seq, this.key + seq)
  }

  private adopt(snapshot: Snapshot): void {
    this.snapshot = snapshot
    this.vector = readVector(snapshot.vector)
    this.tail = this.tail.filter(({ seq }) => seq > snapshot.upto)
    this.tailBytes = this.tail.reduce((sum, { frames }) => sum + frames.length, 0)
  }

  close(): void {
    if (this.quiet) clearTimeout(this.quiet)
    this.quiet = null
  }
}
