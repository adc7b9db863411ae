import { z } from 'zod'
import { roles } from '#db/access.ts'
import { UserId } from '#db/ids.ts'
import { atProject, router } from '#server/trpc.ts'
import { removeMember, setRole } from './members.ts'

export const membersRouter = router({
  remove: atProject('member.remove')
    .input(z.object({ user: UserId }))
    .mutation(({ ctx, input }) => removeMember(ctx.house, ctx.membership.project, input.user)),
  setRole: atProject('member.role')
    .input(z.object({ user: UserId, role: z.enum(roles) }))
    .mutation(({ ctx, input }) => setRole(ctx.house, ctx.membership.project, input.user, input.role)),
})
