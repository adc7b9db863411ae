import { type Env, readEnv } from '../env.ts'

/** What a room grants one socket, one person and itself. The sentences that explain each are in server/env.ts. */
export type Limits = Pick<Env, Extract<keyof Env, `ROOM_${string}`>>

export function roomLimits(env?: Partial<Limits>): Limits {
  const entries = Object.entries({ ...readEnv({}), ...env }).filter(([name]) => name.startsWith('ROOM_'))
  return Object.fromEntries(entries) as Limits
}

/** Grants so many at once and so many a second after that. */
export class Allowance {
  private left: number
  private at = performance.now()
  private readonly most: number
  private readonly perSecond: number

  constructor(most: number, perSecond: number) {
    this.most = most
    this.perSecond = perSecond
    this.left = most
  }

  /** Takes `n`, or says no. */
  take(n: number): boolean {
    const now = performance.now()
    this.left = Math.min(this.most, this.left + ((now - this.at) * this.perSecond) / 1000)
    this.at = now
    if (this.left < n) return false
    this.left -= n
    return true
  }
}

/** Milliseconds: changes leave a room at once, then at most so often. */
export const flushMs = 8
/** Milliseconds between two commits, of all rooms together. */
export const commitMs = 12
/** Milliseconds between two messages of presence. */
export const presenceMs = 33
