import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Take } from '#db/board/ledger.ts'
import { AssetHash, newId, PanelId, TakeId } from '#db/ids.ts'
import { takes } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Seat } from '#server/rooms/seat.ts'
import { checkCaptured } from './captured.ts'
import { passNames, passOf } from './passes/index.ts'
import { reconcileTakes } from './reconcile.ts'

const words = (most: number, what: string) =>
  z.string().max(most, `${what} may have ${most.toLocaleString('en')} characters.`)

export const TakeRequest = z.object({
  model: z.string().max(100).default('konte-painter'),
  pass: z.enum(passNames),
  style: words(500, "The board's style line"),
  variations: z.number().int().min(1).max(4),
  panels: z
    .array(
      z.object({
        panel: PanelId,
        picture: AssetHash,
        strokes: AssetHash,
        prompt: words(2_000, 'The words of a panel'),
        follow: z.number().min(0).max(1),
        /** null: a new one. */
        seed: z.number().int().min(0).max(0xffff_ffff).nullable(),
        parent: TakeId.nullable(),
      }),
    )
    .min(1)
    .max(100),
})
export type TakeRequest = z.infer<typeof TakeRequest>
type PanelRequest = TakeRequest['panels'][number]

type Kept = Pick<House, 'db' | 'assets' | 'jobs' | 'generator' | 'log'>

/** Puts takes into the line, in the order of the panels, and shows them to everyone at the board. */
export async function requestTakes(seat: Seat, house: Kept, request: TakeRequest): Promise<TakeId[]> {
  await checkModel(house, request.model)
  for (const panel of request.panels) {
    checkParent(seat, house, request, panel)
    await checkCaptured(house.assets, panel)
  }
  const at = Date.now()
  const asked = request.panels.flatMap((panel) => takesOf(seat, request, panel, at))
  const outdated = outdatedBy(seat, house, request)
  house.jobs.add(seat.room.board, seat.person.id, asked, outdated)
  const ids = asked.map(({ id }) => id)
  reconcileTakes(house.db, seat.room, [...ids, ...outdated])
  house.log.info('take.requested', {
    board: seat.room.board,
    takes: ids,
    by: seat.person.id,
    pass: request.pass,
  })
  return ids
}

function takesOf({ person }: Seat, request: TakeRequest, panel: PanelRequest, at: number): Take[] {
  const { model, pass, style } = request
  const { picture, strokes, prompt, follow, parent } = panel
  const seed = panel.seed ?? Math.floor(Math.random() * 0x7fff_ffff)
  return Array.from({ length: request.variations }, (_, variation) => ({
    id: TakeId.parse(newId()),
    panel: panel.panel,
    by: { id: person.id, name: person.name, colour: person.colour },
    capture: { picture, strokes },
    ...{ pass, at, prompt, style, follow, seed, variation, parent, model },
  }))
}

async function checkModel({ generator }: Kept, id: string): Promise<void> {
  const model = (await generator.models()).find((known) => known.id === id)
  if (!model) throw new Failure('modelMissing', 'This model is not installed here. Choose another one.')
  if (!model.ready) throw new Failure('modelMissing', model.reason ?? `${model.name} is not ready.`)
}

function checkParent(seat: Seat, { db }: Kept, { pass }: TakeRequest, { panel, parent }: PanelRequest): void {
  if (!passOf(pass).worksOver) {
    if (parent !== null) throw new Failure('invalid', 'A first pass works over no other take.')
    return
  }
  const found =
    parent &&
    db
      .select({ id: takes.id })
      .from(takes)
      .where(
        and(
          ...[eq(takes.id, parent), eq(takes.board, seat.room.board), eq(takes.panel, panel)],
          ...[eq(takes.kind, 'done'), isNull(takes.removed)],
        ),
      )
      .get()
  if (!found) throw new Failure('invalid', 'A second pass needs a finished take of this panel to work over.')
}

/**
 * Takes of the same person that still wait and differ only in an older drawing: nobody wants to see them any more.
 * The same drawing asked for again is another seed, and stays.
 */
function outdatedBy(seat: Seat, { db }: Kept, request: TakeRequest): TakeId[] {
  const waiting = db
    .select({ take: takes.take })
    .from(takes)
    .where(
      and(
        ...[eq(takes.by, seat.person.id), eq(takes.board, seat.room.board), eq(takes.kind, 'queued')],
        inArray(
          takes.panel,
          request.panels.map(({ panel }) => panel),
        ),
      ),
    )
    .all()
  return waiting.flatMap(({ take }) =>
    request.panels.some((panel) => replaces(request, panel, take)) ? [take.id] : [],
  )
}

function replaces(request: TakeRequest, panel: PanelRequest, take: Take): boolean {
  return (
    take.panel === panel.panel &&
    take.pass === request.pass &&
    take.model === request.model &&
    take.style === request.style &&
    take.prompt === panel.prompt &&
    take.follow === panel.follow &&
    take.parent === panel.parent &&
    (panel.seed === null || take.seed === panel.seed) &&
    take.capture.strokes !== panel.strokes
  )
}
