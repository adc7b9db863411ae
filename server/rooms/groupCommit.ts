import { Worker } from 'node:worker_threads'
import { commitMs } from './limits.ts'
import type { Batch, Written } from './writeThread.ts'

export type CommitLog = {
  error(fields: object, words: string): void
  info(fields: object, words: string): void
}

/**
 * Gathers the rows of all rooms and has them written in one transaction: never two on the way, never closer together
 * than commitMs, so that any number of edits costs at most so many disk flushes a second.
 */
export class GroupCommit {
  commits = 0
  lastMs = 0
  trouble: string | null = null
  private batch: Batch = { rows: [], cuts: [] }
  private after: (() => void)[] = []
  private flying: { batch: Batch; after: (() => void)[] } | null = null
  private last = 0
  private timer: NodeJS.Timeout | null = null
  private readonly worker: Worker
  private readonly log: CommitLog
  private readonly whenReady: Promise<void>

  constructor(file: string, log: CommitLog) {
    this.log = log
    this.worker = new Worker(new URL('./writeThread.ts', import.meta.url), { workerData: { file } })
    this.whenReady = new Promise((resolve, reject) => {
      this.worker.once('error', reject)
      this.worker.once('message', () => {
        this.worker.off('error', reject)
        this.worker.on('message', (written: Written) => this.landed(written))
        // Without its writer Konte would go on and keep nothing: it ends, and is started again.
        this.worker.on('error', (reason) => {
          throw reason
        })
        resolve()
      })
    })
  }

  ready(): Promise<void> {
    return this.whenReady
  }

  get waiting(): number {
    return this.batch.rows.length + (this.flying?.batch.rows.length ?? 0)
  }

  append(key: number, frames: Buffer, kept: () => void): void {
    this.batch.rows.push([key, frames])
    this.after.push(kept)
    this.kick()
  }

  cut(from: number, to: number): void {
    this.batch.cuts.push([from, to])
    this.kick()
  }

  /** Resolves when everything that was appended so far is kept. */
  settle(): Promise<void> {
    const isBatchEmpty = this.batch.rows.length === 0 && this.batch.cuts.length === 0
    const after = isBatchEmpty ? this.flying?.after : this.after
    return after ? new Promise((resolve) => after.push(resolve)) : Promise.resolve()
  }

  async close(): Promise<void> {
    await this.settle()
    const gone = new Promise((resolve) => this.worker.once('exit', resolve))
    this.worker.postMessage('close')
    await gone
  }

  private kick(): void {
    if (this.flying || this.timer) return
    if (this.batch.rows.length === 0 && this.batch.cuts.length === 0) return
    const due = this.last + commitMs - performance.now()
    if (due <= 0) this.fly()
    else this.timer = setTimeout(() => this.fly(), due)
  }

  private fly(): void {
    this.timer = null
    this.last = performance.now()
    this.flying = { batch: this.batch, after: this.after }
    this.batch = { rows: [], cuts: [] }
    this.after = []
    this.worker.postMessage(this.flying.batch)
  }

  private landed({ ms, wrong }: Written): void {
    const flown = this.flying
    if (!flown) return
    this.flying = null
    if (wrong !== null) {
      this.tryAgain(flown, wrong)
      return
    }
    if (this.trouble) this.log.info({ event: 'rooms.keepsAgain' }, 'changes are kept again')
    this.trouble = null
    this.commits++
    this.lastMs = ms
    for (const kept of flown.after) kept()
    this.kick()
  }

  /** A full disk, say: nothing is acknowledged, nothing is let go, and people read "saving". */
  private tryAgain(flown: { batch: Batch; after: (() => void)[] }, wrong: string): void {
    if (!this.trouble)
      this.log.error({ event: 'rooms.keepFailed', reason: wrong }, 'changes cannot be kept; trying again')
    this.trouble = wrong
    this.batch = {
      rows: [...flown.batch.rows, ...this.batch.rows],
      cuts: [...flown.batch.cuts, ...this.batch.cuts],
    }
    this.after = [...flown.after, ...this.after]
    this.timer = setTimeout(() => this.fly(), 1000)
  }
}
