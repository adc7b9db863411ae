import { assetsRouter } from './assets/router.ts'
import { boardsRouter } from './boards/router.ts'
import { invitesRouter } from './people/invitesRouter.ts'
import { membersRouter } from './people/membersRouter.ts'
import { peopleRouter } from './people/router.ts'
import { projectsRouter } from './projects/router.ts'
import { takes } from './takes/router.ts'
import { createCaller, router } from './trpc.ts'

/** Everything a page may ask; a folder a line. */
export const appRouter = router({
  people: peopleRouter,
  projects: projectsRouter,
  boards: boardsRouter,
  invites: invitesRouter,
  members: membersRouter,
  takes,
  assets: assetsRouter,
})
export type AppRouter = typeof appRouter

export const callerOf = createCaller(appRouter)
export type Api = ReturnType<typeof callerOf>
