import type { Kind } from '../kinds.ts'
import { kinds } from '../kinds.ts'

/** Kinds that live in another kind's object without being it. */
const guests: Partial<Record<Kind, Kind[]>> = { house: ['roof'], roof: ['house'] }
const detail = kinds.indexOf('detail')

/**
 * The strokes of one thing must be one kind: each says how likely it finds each kind, and the thing decides. Details
 * (a window, a ripple) and a house's roof keep their own. Returns the likelihoods, changed where a stroke was outvoted.
 */
export const agreeByObject = (likely: number[][], objects: number[]): number[][] => {
  const members = Map.groupBy(likely.keys(), (stroke) => objects[stroke]!)
  const agreed = likely.map((row) => row)
  for (const strokes of members.values()) {
    const voters = strokes.filter((stroke) => topOf(likely[stroke]!) !== detail)
    if (voters.length < 2) continue
    const votes = kinds.map((_, kind) =>
      voters.reduce((sum, stroke) => sum + Math.log(likely[stroke]![kind]! + 0.01), 0),
    )
    votes[detail] = Number.NEGATIVE_INFINITY
    const chosen = topOf(votes)
    const welcome = (guests[kinds[chosen]!] ?? []).map((kind) => kinds.indexOf(kind))
    const mean = voters.reduce((sum, stroke) => sum + likely[stroke]![chosen]!, 0) / voters.length
    for (const stroke of voters) {
      const own = topOf(likely[stroke]!)
      // One that is fairly sure is not outvoted: the grouping may be wrong, too.
      if (own !== chosen && likely[stroke]![own]! < 0.4 && !welcome.includes(own))
        agreed[stroke] = outvoted(likely[stroke]!, chosen, mean)
    }
  }
  return agreed
}

const topOf = (row: number[]) => row.indexOf(Math.max(...row))

/** The stroke's own view stays visible below the thing's. */
const outvoted = (row: number[], chosen: number, mean: number): number[] =>
  row.map((value, kind) => (kind === chosen ? mean : value * (1 - mean)))
