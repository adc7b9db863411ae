import { z } from 'zod'
import { PanelId, TakeId } from '#db/ids.ts'
import { knownWords, understand } from '#models/builtin/words/understand.ts'
import { atBoard, router } from '#server/trpc.ts'
import { cancelTake, removeTake } from './cancel.ts'
import { requestTakes, TakeRequest } from './request.ts'
import { chooseShown } from './show.ts'

const oneTake = z.object({ take: TakeId })

export const takes = router({
  request: atBoard('take.request')
    .input(TakeRequest)
    .mutation(({ ctx, input }) => requestTakes(ctx.seat, ctx.house, input)),

  cancel: atBoard('take.request')
    .input(oneTake)
    .mutation(({ ctx, input }) => cancelTake(ctx.seat, ctx.house, input.take)),

  remove: atBoard('take.request')
    .input(oneTake)
    .mutation(({ ctx, input }) => removeTake(ctx.seat, ctx.house, input.take)),

  show: atBoard('take.choose')
    .input(z.object({ panel: PanelId, take: TakeId.nullable() }))
    .mutation(({ ctx, input }) => chooseShown(ctx.seat, ctx.house, input.panel, input.take)),

  /** Which words the built-in painter understands, as one types. */
  understand: atBoard('board.view')
    .input(z.object({ prompt: z.string().max(2_000), style: z.string().max(500) }))
    .query(({ input }) => {
      const { words, unknown } = understand(input.prompt, input.style)
      return { words, unknown }
    }),

  knownWords: atBoard('board.view').query(() => knownWords()),

  models: atBoard('board.view').query(({ ctx }) => ctx.house.generator.models()),
})
