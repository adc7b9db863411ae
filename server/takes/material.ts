import { eq } from 'drizzle-orm'
import type { Take, TakeState } from '#db/board/ledger.ts'
import type { TakeId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { takes } from '#db/tables.ts'
import type { Reading, Recipe } from '#models/generator.ts'
import type { Assets } from '#server/assets/store.ts'
import { Failure } from '#server/errors.ts'
import { readStrokes } from './captured.ts'
import type { Material } from './passes/pass.ts'
import { reasons } from './reasons.ts'

type Kept = { db: Db; assets: Assets }

/** Fetches all that a take is made from. */
export async function readMaterial(kept: Kept, take: Take): Promise<Material> {
  const [{ layout, drawing }, over] = await Promise.all([
    readCaptured(kept.assets, take),
    take.parent === null ? null : readParent(kept, take.parent),
  ])
  return { take, layout, drawing, over }
}

async function readCaptured(
  assets: Assets,
  { capture }: Take,
): Promise<Pick<Material, 'layout' | 'drawing'>> {
  const [layout, { bytes: drawing }] = await Promise.all([
    readStrokes(assets, capture.strokes),
    assets.get(capture.picture),
  ]).catch((cause) => {
    // It was there when the take was asked for.
    throw cause instanceof Failure ? new Failure('notFound', reasons.lostDrawing, { cause }) : cause
  })
  return { layout, drawing }
}

/**
 * The picture is the parent's. Drawing and reading are those of the first pass it goes back to, so that all that was
 * drawn over any of the passes since is a retouch.
 */
async function readParent({ db, assets }: Kept, id: TakeId): Promise<Recipe['over']> {
  const parent = readDone(db, id)
  let root = parent
  while (root.take.parent) root = readDone(db, root.take.parent)
  const { take, state } = root
  const [{ bytes: picture }, { layout }, reading] = await Promise.all([
    assets.get(parent.state.picture),
    readCaptured(assets, take),
    state.reading && assets.get(state.reading).then(({ bytes }) => JSON.parse(bytes.toString()) as Reading),
  ])
  return { picture, layout, reading, seed: take.seed, variation: take.variation }
}

function readDone(db: Db, id: TakeId): { take: Take; state: TakeState & { kind: 'done' } } {
  const row = db.select().from(takes).where(eq(takes.id, id)).get()
  if (row?.state.kind !== 'done') throw new Failure('notFound', 'The take that this one works over is gone.')
  return { take: row.take, state: row.state }
}
