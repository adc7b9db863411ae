import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { user } from '#db/tables.ts'
import { Colour, Name } from '#server/check.ts'
import { anyone, router, signedIn } from '#server/trpc.ts'
import { addEmail } from './addEmail.ts'

export const peopleRouter = router({
  me: anyone.query(({ ctx }) => ctx.person),
  update: signedIn.input(z.object({ name: Name, colour: Colour })).mutation(({ ctx, input }) => {
    const { db, people } = ctx.house
    db.update(user)
      .set({ ...input, updatedAt: new Date() })
      .where(eq(user.id, ctx.person.id))
      .run()
    people.forget(ctx.person.id)
    return { ...ctx.person, ...input }
  }),
  addEmail: signedIn
    .input(
      z.object({
        email: z.email('This is not an e-mail address.').trim().toLowerCase().max(200),
        password: z
          .string()
          .min(8, 'A password has at least 8 characters.')
          .max(200, 'A password has at most 200 characters.'),
      }),
    )
    .mutation(({ ctx, input }) => addEmail(ctx.house, ctx.person, input)),
})
