import { z } from 'zod'
import { AssetHash } from '#db/ids.ts'
import { Name } from '#server/check.ts'
import { atProject, router, signedIn } from '#server/trpc.ts'
import { changeProject, duplicateProject } from './change.ts'
import { newBoard } from './newBoard.ts'
import { newProject } from './newProject.ts'
import { listProjects, readProject } from './read.ts'

const firstBoard = { en: 'Storyboard', ja: '絵コンテ' } as const

export const projectsRouter = router({
  list: signedIn.query(({ ctx }) => listProjects(ctx.house.db, ctx.person.id)),
  get: atProject('board.view').query(({ ctx }) => readProject(ctx.house.db, ctx.membership)),
  create: signedIn.input(z.object({ name: Name })).mutation(async ({ ctx, input }) => {
    const { house, person, language } = ctx
    const id = newProject(house.db, input.name, person.id)
    const board = await newBoard(house, id, firstBoard[language])
    house.log.info('project.made', { project: id, by: person.id })
    return { id, board }
  }),
  rename: atProject('project.rename')
    .input(z.object({ name: Name }))
    .mutation(({ ctx, input }) => changeProject(ctx.house.db, ctx.membership.project, { name: input.name })),
  duplicate: atProject('board.make').mutation(async ({ ctx }) => ({
    id: await duplicateProject(ctx.house, ctx.membership.project, ctx.person.id, ctx.language),
  })),
  archive: atProject('project.archive').mutation(({ ctx }) =>
    changeProject(ctx.house.db, ctx.membership.project, { archived: new Date() }),
  ),
  restore: atProject('project.archive').mutation(({ ctx }) =>
    changeProject(ctx.house.db, ctx.membership.project, { archived: null }),
  ),
  setCover: atProject('project.rename')
    .input(z.object({ cover: AssetHash.nullable() }))
    .mutation(async ({ ctx, input }) => {
      if (input.cover) await ctx.house.assets.stat(input.cover)
      changeProject(ctx.house.db, ctx.membership.project, { cover: input.cover })
    }),
  makeBoard: atProject('board.make')
    .input(z.object({ name: Name }))
    .mutation(async ({ ctx, input }) => ({
      id: await newBoard(ctx.house, ctx.membership.project, input.name),
    })),
})
