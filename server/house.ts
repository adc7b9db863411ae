import type { BoardId, ProjectId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import type { Generator } from '#models/generator.ts'
import type { Assets } from './assets/store.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { People } from './people/people.ts'
import type { Membership, Person } from './people/person.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Seat } from './rooms/seat.ts'
import type { Jobs } from './takes/jobs.ts'

/** Everything that main.ts made, handed to whoever serves a request. */
export type House = {
  env: Env
  log: Log
  db: Db
  assets: Assets
  rooms: Rooms
  jobs: Jobs
  generator: Generator
  people: People
  /** Throws notFound for a project that is not there, or not the person's. */
  membershipAt(project: ProjectId, user: UserId): Promise<Membership>
  /** Throws notFound for a board that is not there, or not the person's; opens the board's room. */
  seatAt(board: BoardId, person: Person): Promise<Seat>
}
