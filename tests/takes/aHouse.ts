import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import type { Role } from '#db/access.ts'
import type { Capture } from '#db/board/capture.ts'
import { readTakes, type TakeState, type TakeView } from '#db/board/ledger.ts'
import { type AssetHash, BoardId, newId, PanelId, type TakeId, UserId } from '#db/ids.ts'
import { openDb } from '#db/open.ts'
import type { Generator } from '#models/generator.ts'
import { openAssets } from '#server/assets/store.ts'
import { type Env, readEnv } from '#server/env.ts'
import type { House } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import type { Person } from '#server/people/person.ts'
import { openRooms, type Rooms } from '#server/rooms/rooms.ts'
import { Seat } from '#server/rooms/seat.ts'
import { openJobs } from '#server/takes/jobs.ts'
import { reconcileTakes } from '#server/takes/reconcile.ts'
import { requestTakes, type TakeRequest } from '#server/takes/request.ts'
import { startWorker } from '#server/takes/worker.ts'
import { fakeGenerator } from '#tests/support/fakeGenerator.ts'

export type TakesHouse = Pick<House, 'db' | 'log' | 'env' | 'assets' | 'rooms' | 'jobs' | 'generator'>

/** A house with everything real but people, projects and (unless told) the painter. */
export async function aHouse(changes: Partial<Env> = {}, generator: Generator = fakeGenerator()) {
  const folder = mkdtempSync(join(tmpdir(), 'konte-takes-'))
  const env = { ...readEnv({}), ...changes }
  const log = silentLog
  const db = openDb(join(folder, 'konte.sqlite'))
  const limits = { bytes: env.MAX_ASSET_BYTES, side: env.MAX_PICTURE_SIDE }
  const assets = await openAssets({ db, folder: join(folder, 'assets'), log, limits })
  const rooms: Rooms = await openRooms({ file: ':memory:', onOpen: (room) => reconcileTakes(db, room) })
  onTestFinished(async () => {
    await rooms.close()
    db.$client.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db, log, env, assets, rooms, jobs: openJobs({ db, log, env }), generator }
}

/** A worker that ends with the test. */
export function aWorker(house: TakesHouse): { close(): Promise<void> } {
  const worker = startWorker(house)
  onTestFinished(() => worker.close())
  return worker
}

export const aPerson = (name: string): Person => ({
  id: UserId.parse(name.toLowerCase()),
  name,
  colour: '#2b62c9',
  email: null,
  isGuest: true,
})

export async function aSeat(
  house: TakesHouse,
  { name = 'Ana', role = 'artist' as Role, board = BoardId.parse('board') } = {},
): Promise<Seat> {
  return new Seat(await house.rooms.open(board), aPerson(name), role)
}

export const aPanel = () => PanelId.parse(newId())

/** Strokes and their picture, kept; another `y` is another drawing. */
export async function aCapture({ assets }: TakesHouse, y = 300, size = { width: 960, height: 540 }) {
  const capture: Capture = {
    version: 1,
    ...size,
    strokes: [
      {
        id: 's1',
        points: [0, y, 0.5, 480, y - 20, 0.6, 960, y, 0.5],
        colour: '#2b62c9',
        fill: null,
        size: 4,
      },
    ],
  }
  const strokes = await assets.put(Buffer.from(JSON.stringify(capture)), { mime: 'application/json' })
  return { picture: await aPng(assets, size), strokes }
}

export async function aPng({ put }: House['assets'], { width, height }: { width: number; height: number }) {
  return put(
    await sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  )
}

type Asked = Partial<Omit<TakeRequest, 'panels'>> & Partial<TakeRequest['panels'][number]>

/** Asks for takes of one panel. */
export async function ask(seat: Seat, house: TakesHouse, asked: Asked = {}): Promise<TakeId[]> {
  const { model = 'konte-painter', pass = 'first', style = '', variations = 1, ...panel } = asked
  const captured =
    panel.strokes && panel.picture
      ? { strokes: panel.strokes, picture: panel.picture }
      : await aCapture(house)
  return requestTakes(seat, house, {
    ...{ model, pass, style, variations },
    panels: [
      { ...{ panel: aPanel(), prompt: '', follow: 0.8, seed: null, parent: null }, ...panel, ...captured },
    ],
  })
}

export const takesAt = (seat: Seat): TakeView[] => seat.room.readLedger(readTakes)

export const stateAt = (seat: Seat, id: TakeId): TakeState | undefined =>
  takesAt(seat).find((take) => take.id === id)?.state

/** Resolves when the ledger says so; that is how a page waits, too. */
export function untilLedger<T>(
  { room }: Seat,
  read: (takes: TakeView[]) => T | null | undefined | false,
): Promise<T> {
  return new Promise((resolve) => {
    room.readLedger((ledger) => {
      const look = () => {
        const found = read(readTakes(ledger))
        if (found === null || found === undefined || found === false) return
        ledger.off('update', look)
        resolve(found)
      }
      ledger.on('update', look)
      look()
    })
  })
}

export const untilState = (seat: Seat, id: TakeId, kind: TakeState['kind']): Promise<TakeView> =>
  untilLedger(seat, (takes) => takes.find((take) => take.id === id && take.state.kind === kind))

export const hashOfNothing = 'f'.repeat(64) as AssetHash
