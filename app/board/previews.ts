import type { Preview } from '#db/board/messages.ts'
import { type LiveCell, makeLive } from './live.ts'
import type { PreviewPicture } from './session.ts'

/** A picture may still be loading from the old url, or stand until the finished one has come. */
const lingerMs = 4_000

export type Previews = LiveCell<ReadonlyMap<string, PreviewPicture>> & {
  show(preview: Preview): void
  /** Lets go of the previews of takes that are no longer painted. */
  keepOnly(painting: ReadonlySet<string>): void
  close(): void
}

export function makePreviews(): Previews {
  const pictures = makeLive<ReadonlyMap<string, PreviewPicture>>(new Map())
  const leaving = new Map<string, ReturnType<typeof setTimeout>>()

  const drop = (take: string) => {
    leaving.delete(take)
    const next = new Map(pictures.get())
    const gone = next.get(take)
    if (!gone || !next.delete(take)) return
    pictures.set(next)
    URL.revokeObjectURL(gone.url)
  }

  return {
    ...pictures,
    show({ take, step, steps, webp }) {
      const before = pictures.get().get(take)
      const url = URL.createObjectURL(new Blob([webp as Uint8Array<ArrayBuffer>], { type: 'image/webp' }))
      pictures.set(new Map(pictures.get()).set(take, { url, step, steps }))
      if (before) setTimeout(() => URL.revokeObjectURL(before.url), lingerMs)
    },
    keepOnly(painting) {
      for (const take of pictures.get().keys())
        if (!painting.has(take) && !leaving.has(take))
          leaving.set(
            take,
            setTimeout(() => drop(take), lingerMs),
          )
    },
    close() {
      for (const timer of leaving.values()) clearTimeout(timer)
      for (const { url } of pictures.get().values()) URL.revokeObjectURL(url)
    },
  }
}
