import { z } from 'zod'
import { AssetHash } from '#db/ids.ts'
import { atBoard, router } from '#server/trpc.ts'

export const assetsRouter = router({
  /** Which of these files are not kept here yet, so that only they are sent. */
  missing: atBoard('board.draw')
    .input(z.object({ hashes: z.array(AssetHash).max(100) }))
    .query(async ({ ctx, input }) => {
      const kept = await Promise.all(input.hashes.map((hash) => ctx.house.assets.has(hash)))
      return input.hashes.filter((_, at) => !kept[at])
    }),
})
