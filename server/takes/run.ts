import { setTakeState, type TakeState } from '#db/board/ledger.ts'
import { Died, type Painting, type Progress, Stopped, Unable } from '#models/generator.ts'
import { giveFirstCover } from '#server/boards/firstCover.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Room } from '#server/rooms/room.ts'
import type { Job } from './jobs.ts'
import { readMaterial } from './material.ts'
import { recipeFor } from './passes/index.ts'
import { withProvenance } from './provenance.ts'
import { reasons } from './reasons.ts'

/** People follow five changes a second; more would only fill the ledger. */
const stateEveryMs = 200

type Kept = Pick<House, 'db' | 'assets' | 'generator' | 'log'>

/**
 * Makes one picture, before the eyes of everyone at the board. What goes wrong with the take is its state; only
 * `Stopped` and `Died` are thrown, which say nothing about the take.
 */
export async function runTake(room: Room, job: Job, kept: Kept, signal: AbortSignal): Promise<TakeState> {
  const onProgress = showProgress(room, job, signal)
  try {
    const recipe = recipeFor(await readMaterial(kept, job.take))
    const painting = await kept.generator.run(recipe, onProgress, signal)
    return await keepPainting(kept, job, painting)
  } catch (error) {
    if (error instanceof Stopped || error instanceof Died) throw error
    if (error instanceof Unable || error instanceof Failure) return { kind: 'failed', reason: error.message }
    kept.log.error('take.broke', { board: job.board, take: job.take.id, error })
    return { kind: 'failed', reason: reasons.broke }
  }
}

function showProgress(room: Room, { take }: Job, signal: AbortSignal): (progress: Progress) => void {
  let shownAt = 0
  return ({ step, steps, stage, preview }) => {
    // Broken off: the ledger says so already, and must go on saying so.
    if (signal.aborted) return
    if (preview) room.showPreview({ take: take.id, step, steps, webp: preview.bytes })
    const now = Date.now()
    if (now - shownAt < stateEveryMs) return
    shownAt = now
    room.record((ledger) => setTakeState(ledger, take.id, { kind: 'running', step, steps, stage }))
  }
}

async function keepPainting(
  { db, assets }: Kept,
  { board, take }: Job,
  painting: Painting,
): Promise<TakeState> {
  const { width, height, model, device, ms, reading } = painting
  const picture = await assets.put(withProvenance(painting.bytes, take, painting), {
    mime: 'image/png',
    by: take.by.id,
  })
  const json = reading && Buffer.from(JSON.stringify(reading))
  const kept = json && (await assets.put(json, { mime: 'application/json', by: take.by.id }))
  giveFirstCover(db, board, picture)
  return { kind: 'done', picture, width, height, model, device, ms, reading: kept }
}
