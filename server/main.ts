import type { Server } from 'node:http'
import { openGenerator } from '#models/childGenerator.ts'
import { openAssets } from './assets/store.ts'
import { findMembership, findPlace } from './boards/place.ts'
import { checkHead, holdDataFolder, openCheckedDb, tellDamage } from './dataFolder.ts'
import { readEnv } from './env.ts'
import type { House } from './house.ts'
import { openHttp } from './http.ts'
import { openListener } from './listener.ts'
import { type Log, openLog } from './log.ts'
import { openAuth } from './people/auth.ts'
import { openPeople } from './people/people.ts'
import { isClaimed, makeStartKey } from './people/startKey.ts'
import type { RoomLog } from './rooms/room.ts'
import { openRooms } from './rooms/rooms.ts'
import { Seat } from './rooms/seat.ts'
import { listenForSockets } from './sockets.ts'
import { openJobs } from './takes/jobs.ts'
import { reconcileTakes } from './takes/reconcile.ts'
import { startWorker } from './takes/worker.ts'
import { openBuiltWeb, type Web } from './web.ts'

export type Konte = {
  url: string
  /** The one-time key that makes its bearer the owner; null once there is one. */
  startKey: string | null
  house: House
  /** Stops accepting, keeps everything, ends. */
  close(): Promise<void>
}

/** Makes the house, in order, and opens its doors. `changes` are laid over the environment; `web` is the built app. */
export async function startKonte(
  changes: Record<string, string | undefined> = {},
  { web: openWeb = openBuiltWeb }: { web?: (server: Server) => Promise<Web> } = {},
): Promise<Konte> {
  const env = readEnv({ ...process.env, ...changes })
  const log = openLog(env.LOG_LEVEL)
  const data = holdDataFolder(env.DATA_DIR)
  // What was opened is closed again, last first: also when something behind it does not open.
  const opened: (() => unknown)[] = [data.release]
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  try {
    const db = await openCheckedDb(data.database)
    opened.push(() => db.$client.close())
    const limits = { bytes: env.MAX_ASSET_BYTES, side: env.MAX_PICTURE_SIDE }
    const assets = await openAssets({ db, folder: data.assets, log, limits })
    const generator = await openGenerator({ modelsDir: env.MODELS_DIR, log })
    opened.push(() => generator.close())
    const onOpen = (room: Parameters<typeof reconcileTakes>[1]) => reconcileTakes(db, room)
    const listener = openListener(env)
    opened.push(() => listener.end())
    await checkHead(data.snapshots)
    const boards = { file: data.rooms, env, log: roomLog(log), onOpen }
    const rooms = await tellDamage(data.rooms, () => openRooms(boards))
    opened.push(() => rooms.close())
    const jobs = openJobs({ db, log, env })
    const people = openPeople(openAuth({ db, secret: data.secret }))
    const house: House = {
      ...{ env, log, db, assets, rooms, jobs, generator, people },
      membershipAt: async (project, user) => findMembership(db, project, user),
      async seatAt(board, person) {
        const { role } = findPlace(db, board, person.id)
        return new Seat(await rooms.open(board), person, role)
      },
    }
    const worker = startWorker(house)
    opened.push(() => worker.close())
    const { server } = listener
    const web = await openWeb(server)
    opened.push(() => web.close())
    server.on('request', openHttp(house, web))
    listenForSockets(server, house, web)
    opened.push(() => listener.stop())
    const url = await listener.listen()
    log.info('konte.ready', { url, node: process.version, data: data.path })
    return { url, startKey: isClaimed(db) ? null : makeStartKey(db), house, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Rooms name their events among the fields, and explain them in words. */
function roomLog(log: Log): RoomLog {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (fields: object, words: string): void => {
      const { event = 'rooms.said', err, ...rest } = fields as { event?: string; err?: unknown }
      log[level](event, { ...rest, ...(err ? { error: err } : {}), words })
    }
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => roomLog(log.with(fields as Record<string, unknown>)),
  }
}
