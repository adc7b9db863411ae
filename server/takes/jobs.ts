import { EventEmitter } from 'node:events'
import { and, count, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Take, TakeState } from '#db/board/ledger.ts'
import type { BoardId, TakeId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { takes } from '#db/tables.ts'
import type { Env } from '#server/env.ts'
import { Failure } from '#server/errors.ts'
import type { Log } from '#server/log.ts'
import { placeAll, whoIsNext } from './line.ts'
import { reasons } from './reasons.ts'

/** A take that is a worker's to run, for the `attempt`th time. */
export type Job = { board: BoardId; take: Take; attempt: number }
/** A row whose state is not what the ledger shows any more. */
export type Changed = { board: BoardId; take: TakeId }

/** A worker that has not been heard of for so long is taken for dead, milliseconds. */
export const leaseMs = 12_000

type House = { db: Db; log: Log; env: Pick<Env, 'JOB_ATTEMPTS' | 'QUEUE_PER_PERSON'> }

export function openJobs(house: House): Jobs {
  return new Jobs(house)
}

/** The queue: rows of `takes`. Every verb is one transaction, and leaves the right place in every waiting row. */
export class Jobs {
  /** `wake`: a take waits to be run. `cancel`: a running take is not wanted any more. */
  readonly events = new EventEmitter<{ changed: [Changed[]]; wake: []; cancel: [TakeId] }>()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
  }

  /** Adds takes of one person, in their order, in place of waiting ones of theirs that are `outdated`. */
  add(board: BoardId, by: UserId, asked: readonly Take[], outdated: readonly TakeId[] = []): void {
    const { db, env } = this.#house
    this.#commit((changed) => {
      changed.push(...this.#turn(outdated, 'queued', { kind: 'cancelled', by: 'superseded' }))
      const waiting = this.#count(and(eq(takes.by, by), eq(takes.kind, 'queued')))
      if (waiting + asked.length > env.QUEUE_PER_PERSON) throw tooMany(env.QUEUE_PER_PERSON)
      for (const [at, take] of asked.entries()) {
        const { id, panel } = take
        // Takes of one request are a millisecond apart, so that they keep their order.
        const place = {
          asked: new Date(take.at + at),
          kind: 'queued',
          state: { kind: 'queued', ahead: 0 },
        } as const
        db.insert(takes)
          .values({ id, board, panel, by, take, ...place })
          .run()
        changed.push({ board, take: id })
      }
    })
    this.events.emit('wake')
  }

  /** The take whose turn it is: the worker's from now on, until it is not heard of any more. */
  claim(worker: string): Job | null {
    const { db } = this.#house
    return this.#commit((changed) => {
      changed.push(...this.#takeBackDead())
      const next = whoIsNext(db)
      if (!next) return null
      const [row] = db
        .update(takes)
        .set({
          kind: 'running',
          state: { kind: 'running', step: 0, steps: 0, stage: 'start' },
          attempts: sql`${takes.attempts} + 1`,
          worker,
          leaseUntil: leaseEnd(),
          started: new Date(),
        })
        .where(eq(takes.id, next))
        .returning()
        .all()
      if (!row) return null
      changed.push({ board: row.board, take: row.id })
      return { board: row.board, take: row.take, attempt: row.attempts }
    })
  }

  /** Keeps the take the worker's; false when it is not any more, or is not wanted. */
  beat(id: TakeId, worker: string): boolean {
    const { db } = this.#house
    return db.update(takes).set({ leaseUntil: leaseEnd() }).where(heldBy(worker, id)).run().changes > 0
  }

  /**
   * Ends a run, and does what belongs to its end in the same transaction. False when the take was cancelled or
   * given to another worker meanwhile: then nothing is changed.
   */
  end(id: TakeId, worker: string, state: TakeState, also: () => void = () => {}): boolean {
    return this.#commit((changed) => {
      if (!this.#isHeld(id, worker)) return false
      changed.push(...this.#turn([id], 'running', state))
      also()
      return true
    })
  }

  /** Puts a take back into the line. `unspent`: being interrupted was not its own doing. */
  giveBack(id: TakeId, worker: string, { unspent }: { unspent: boolean }): void {
    const { db } = this.#house
    this.#commit((changed) => {
      if (!this.#isHeld(id, worker)) return
      const attempts = sql`${takes.attempts} - ${unspent ? 1 : 0}`
      db.update(takes).set({ attempts }).where(eq(takes.id, id)).run()
      changed.push(...this.#turn([id], 'running', { kind: 'queued', ahead: 0 }))
    })
    this.events.emit('wake')
  }

  /** False when the take has ended already. */
  cancel(id: TakeId, by: string): boolean {
    const turned = this.#commit((changed) => {
      changed.push(...this.#turn([id], 'queued', { kind: 'cancelled', by }))
      changed.push(...this.#turn([id], 'running', { kind: 'cancelled', by }))
      return changed.length > 0
    })
    if (turned) this.events.emit('cancel', id)
    return turned
  }

  /** How many takes wait and run, of everybody. */
  count(): { queued: number; running: number } {
    return { queued: this.#count(eq(takes.kind, 'queued')), running: this.#count(eq(takes.kind, 'running')) }
  }

  #count(where: SQL | undefined): number {
    return this.#house.db.select({ of: count() }).from(takes).where(where).get()?.of ?? 0
  }

  #commit<T>(change: (changed: Changed[]) => T): T {
    const { db } = this.#house
    const changed: Changed[] = []
    const result = db.transaction(
      () => {
        const made = change(changed)
        if (changed.length) changed.push(...placeAll(db))
        return made
      },
      { behavior: 'immediate' },
    )
    if (changed.length) this.events.emit('changed', changed)
    return result
  }

  #isHeld(id: TakeId, worker: string): boolean {
    return this.#house.db.select({ id: takes.id }).from(takes).where(heldBy(worker, id)).get() !== undefined
  }

  /** Sets the state of those of the takes that are still `from`. */
  #turn(ids: readonly TakeId[], from: TakeState['kind'], state: TakeState): Changed[] {
    const ended = state.kind === 'queued' ? null : new Date()
    return this.#house.db
      .update(takes)
      .set({ state, kind: state.kind, ended, worker: null, leaseUntil: null })
      .where(and(inArray(takes.id, [...ids]), eq(takes.kind, from)))
      .returning({ board: takes.board, take: takes.id })
      .all()
  }

  /** Takes of workers that died go back into the line; those that were tried often enough have failed. */
  #takeBackDead(): Changed[] {
    const { db, env, log } = this.#house
    const dead = db
      .select({ id: takes.id, attempts: takes.attempts })
      .from(takes)
      .where(and(eq(takes.kind, 'running'), lt(takes.leaseUntil, new Date())))
      .all()
    if (!dead.length) return []
    log.warn('take.abandoned', { takes: dead.map(({ id }) => id) })
    const ids = (spent: boolean) =>
      dead.flatMap(({ id, attempts }) => (attempts >= env.JOB_ATTEMPTS === spent ? [id] : []))
    return [
      ...this.#turn(ids(false), 'running', { kind: 'queued', ahead: 0 }),
      ...this.#turn(ids(true), 'running', { kind: 'failed', reason: reasons.died }),
    ]
  }
}

const leaseEnd = () => new Date(Date.now() + leaseMs)

const heldBy = (worker: string, id: TakeId) =>
  and(eq(takes.id, id), eq(takes.kind, 'running'), eq(takes.worker, worker))

const tooMany = (most: number) =>
  new Failure('busy', `You may have ${most} takes waiting. Wait until some are done, or cancel some.`)
