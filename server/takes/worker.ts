import type { TakeState } from '#db/board/ledger.ts'
import { newId } from '#db/ids.ts'
import { Died, Stopped } from '#models/generator.ts'
import type { House } from '#server/house.ts'
import { type Job, leaseMs } from './jobs.ts'
import { mirrorJobs } from './mirror.ts'
import { reasons } from './reasons.ts'
import { runTake } from './run.ts'
import { keepShown } from './show.ts'

type Kept = Pick<House, 'db' | 'jobs' | 'rooms' | 'assets' | 'generator' | 'env' | 'log'>

/** Why a run is broken off. */
type Halt = 'unwanted' | 'tooLong' | 'closing'

/** Pause after something that nobody foresaw (a full disk, say), milliseconds. */
const breathMs = 1_000

/** Runs waiting takes, one after the other, until it is closed. */
export function startWorker(house: Kept): { close(): Promise<void> } {
  const { jobs, log } = house
  const name = newId()
  const closing = new AbortController()
  const mirror = mirrorJobs(house)
  let wake = () => {}
  const onWake = () => wake()
  jobs.events.on('wake', onWake)

  async function work(): Promise<void> {
    while (!closing.signal.aborted) {
      // Made before we look: what is added after the look wakes us.
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      try {
        const job = jobs.claim(name)
        if (job) await runJob(house, name, job, closing.signal)
        // Takes of a worker that died become free without a word, when their lease is over.
        else await Promise.race([woken, after(leaseMs, closing.signal)])
      } catch (error) {
        log.error('take.workerBroke', { error })
        await after(breathMs, closing.signal)
      }
    }
  }

  const done = work()
  return {
    /** A take that is being run goes back into the line, and is run when Konte is started again. */
    async close() {
      closing.abort()
      await done
      jobs.events.off('wake', onWake)
      await mirror.close()
    },
  }
}

async function runJob(house: Kept, worker: string, job: Job, closing: AbortSignal): Promise<void> {
  const log = house.log.with({ board: job.board, take: job.take.id, attempt: job.attempt })
  const watched = watch(house, worker, job, closing)
  const started = Date.now()
  log.info('take.started')
  try {
    const room = await house.rooms.open(job.board)
    end(house, worker, job, await runTake(room, job, house, watched.signal))
  } catch (error) {
    breakOff(house, worker, job, { error, why: watched.signal.reason as Halt | undefined })
    if (!(error instanceof Stopped)) log.error('take.broke', { error })
  } finally {
    watched.stop()
    log.info('take.ended', { ms: Date.now() - started })
  }
}

/** What becomes of a take whose run gave no state. */
function breakOff(
  house: Kept,
  worker: string,
  job: Job,
  { error, why }: { error: unknown; why: Halt | undefined },
): void {
  const { jobs, env } = house
  if (error instanceof Stopped && why === 'closing') jobs.giveBack(job.take.id, worker, { unspent: true })
  else if (error instanceof Stopped && why === 'tooLong') end(house, worker, job, failed(reasons.tooLong))
  else if (error instanceof Stopped) return
  else if (!(error instanceof Died)) end(house, worker, job, failed(reasons.broke))
  else if (job.attempt < env.JOB_ATTEMPTS) jobs.giveBack(job.take.id, worker, { unspent: false })
  else end(house, worker, job, failed(reasons.died))
}

const failed = (reason: string): TakeState => ({ kind: 'failed', reason })

/** Breaks a run off when it is cancelled, takes too long, is not ours any more, or when we close. */
function watch({ jobs, env }: Kept, worker: string, { take }: Job, closing: AbortSignal) {
  const halt = new AbortController()
  const stop = (why: Halt) => halt.abort(why)
  const onCancel = (id: string) => id === take.id && stop('unwanted')
  const onClosing = () => stop('closing')
  const limit = setTimeout(stop, env.JOB_SECONDS * 1000, 'tooLong')
  const pulse = setInterval(() => jobs.beat(take.id, worker) || stop('unwanted'), leaseMs / 4)
  jobs.events.on('cancel', onCancel)
  closing.addEventListener('abort', onClosing)
  if (closing.aborted) onClosing()
  return {
    signal: halt.signal,
    stop() {
      clearTimeout(limit)
      clearInterval(pulse)
      jobs.events.off('cancel', onCancel)
      closing.removeEventListener('abort', onClosing)
    },
  }
}

/** Writes the end of a run. A picture is shown at once, whatever was chosen before. */
function end({ db, jobs }: Kept, worker: string, { board, take }: Job, state: TakeState): void {
  jobs.end(take.id, worker, state, () => {
    if (state.kind === 'done') keepShown(db, board, { panel: take.panel, take: take.id, by: take.by.id })
  })
}

function after(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
