import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Action, abilities } from '#db/access.ts'
import { AssetHash, BoardId } from '#db/ids.ts'
import { boards, members } from '#db/tables.ts'
import { Name } from '#server/check.ts'
import type { House } from '#server/house.ts'
import { copyName } from '#server/projects/copyName.ts'
import { copyBoard } from '#server/projects/newBoard.ts'
import { router, signedIn } from '#server/trpc.ts'
import { findPlace, type Place } from './place.ts'

/** A procedure about a board, by somebody who may do `action` in its project; takes no seat, so opens no room. */
const about = (action: Action) =>
  signedIn.input(z.object({ board: BoardId })).use(({ ctx, input, next }) => {
    const place = findPlace(ctx.house.db, input.board, ctx.person.id)
    place.membership.require(action)
    return next({ ctx: { ...ctx, place } })
  })

export const boardsRouter = router({
  get: about('board.view').query(({ ctx }) => {
    const { board, project, role } = ctx.place
    return {
      id: board.id,
      name: board.name,
      project: { id: project.id, name: project.name },
      role,
      abilities: abilities(role),
      archived: board.archived !== null || project.archived !== null,
    }
  }),
  rename: about('board.make')
    .input(z.object({ name: Name }))
    .mutation(({ ctx, input }) => changeBoard(ctx.house, ctx.place.board.id, { name: input.name })),
  duplicate: about('board.make').mutation(async ({ ctx }) => {
    const { house, language, place } = ctx
    const name = copyName(place.board.name, language)
    return { id: await copyBoard(house, place.board, place.project.id, name) }
  }),
  archive: about('board.make').mutation(({ ctx }) => {
    changeBoard(ctx.house, ctx.place.board.id, { archived: new Date() })
    callIn(ctx.house, ctx.place)
  }),
  restore: about('board.make').mutation(({ ctx }) => {
    changeBoard(ctx.house, ctx.place.board.id, { archived: null })
    callIn(ctx.house, ctx.place)
  }),
  setCover: about('board.draw')
    .input(z.object({ cover: AssetHash.nullable() }))
    .mutation(async ({ ctx, input }) => {
      if (input.cover) await ctx.house.assets.stat(input.cover)
      changeBoard(ctx.house, ctx.place.board.id, { cover: input.cover })
    }),
})

type Change = Partial<{ name: string; cover: AssetHash | null; archived: Date | null }>

function changeBoard({ db }: House, board: BoardId, change: Change): void {
  db.update(boards).set(change).where(eq(boards.id, board)).run()
}

/** Everybody's pages come back at once, with the doors that the board has now. */
function callIn({ db, rooms }: House, { board, project }: Place): void {
  const rows = db.select({ user: members.user }).from(members).where(eq(members.project, project.id)).all()
  for (const { user } of rows) rooms.dismiss({ user, boards: [board.id] })
}
