import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Failure } from '#server/errors.ts'

/** Wrong keys and passwords that one address may try. Right ones are not counted: a class joins from one address. */
export type Tries = {
  /** Runs `open`; a Failure in it counts, and too many refuse before it is run. */
  at<T>(address: string, open: () => Promise<T>): Promise<T>
}

export function openTries({ wrong = 20, seconds = 600 } = {}): Tries {
  const limiter = new RateLimiterMemory({ points: wrong, duration: seconds })
  return {
    async at(address, open) {
      const used = await limiter.get(address)
      if (used && used.remainingPoints <= 0) {
        const minutes = Math.ceil(used.msBeforeNext / 60_000)
        throw new Failure('busy', `Too many wrong tries from your address. Try again in ${minutes} min.`)
      }
      try {
        return await open()
      } catch (error) {
        if (error instanceof Failure) await limiter.consume(address).catch(() => undefined)
        throw error
      }
    },
  }
}
