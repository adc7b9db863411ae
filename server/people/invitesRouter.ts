import { z } from 'zod'
import { roles } from '#db/access.ts'
import { atProject, router } from '#server/trpc.ts'
import { makeInvite, revokeInvite } from './invite.ts'

export const invitesRouter = router({
  /** The url is answered once and cannot be read again. */
  make: atProject('member.invite')
    .input(z.object({ role: z.enum(roles), days: z.number().int().min(1).max(365) }))
    .mutation(({ ctx, input }) => {
      const { house, membership, origin } = ctx
      const { id, key } = makeInvite(house.db, membership, input.role, input.days)
      house.log.info('invite.made', { project: membership.project, role: input.role, days: input.days })
      return { id, url: `${origin}/join/${key}` }
    }),
  revoke: atProject('member.invite')
    .input(z.object({ invite: z.string().max(64) }))
    .mutation(({ ctx, input }) => {
      revokeInvite(ctx.house.db, ctx.membership.project, input.invite)
      ctx.house.log.info('invite.revoked', { project: ctx.membership.project, invite: input.invite })
    }),
})
