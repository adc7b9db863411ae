import { eq } from 'drizzle-orm'
import type { Take } from '#db/board/ledger.ts'
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

async function readParent({ db, assets }: Kept, id: TakeId): Promise<Recipe['over']> {
  const row = db.select().from(takes).where(eq(takes.id, id)).get()
  if (row?.state.kind !== 'done') throw new Failure('notFound', 'The take that this one works over is gone.')
  const { take, state } = row
  const [{ bytes: picture }, layout, reading] = await Promise.all([
    assets.get(state.picture),
    readStrokes(assets, take.capture.strokes),
    state.reading && assets.get(state.reading).then(({ bytes }) => JSON.parse(bytes.toString()) as Reading),
  ])
  return { picture, layout, reading, seed: take.seed, variation: take.variation }
}
