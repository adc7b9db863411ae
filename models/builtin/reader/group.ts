/**
 * Groups strokes into things. `same[i * count + j]` is the logit of i and j being one thing; groups merge while their
 * strokes agree on average (average linkage), so one wrong pair does not chain two trees together.
 */
export const groupStrokes = (same: Float32Array, count: number): number[] => {
  const groupOf = Array.from({ length: count }, (_, i) => i)
  const sizes = new Array<number>(count).fill(1)
  const alive = new Set(groupOf)
  // Sums of the probabilities between the strokes of two groups.
  const agree = Float64Array.from({ length: count * count }, (_, at) => {
    const [i, j] = [Math.floor(at / count), at % count]
    return (chance(same[at]!) + chance(same[j * count + i]!)) / 2
  })
  for (;;) {
    const best = closest(agree, sizes, alive, count)
    if (!best) break
    const [a, b] = best
    for (const other of alive) {
      agree[a * count + other]! += agree[b * count + other]!
      agree[other * count + a] = agree[a * count + other]!
    }
    sizes[a]! += sizes[b]!
    alive.delete(b)
    groupOf.forEach((group, stroke) => {
      if (group === b) groupOf[stroke] = a
    })
  }
  const names = new Map([...alive].map((group, index) => [group, index]))
  return groupOf.map((group) => names.get(group)!)
}

const chance = (logit: number) => 1 / (1 + Math.exp(-logit))

const closest = (
  agree: Float64Array,
  sizes: number[],
  alive: Set<number>,
  count: number,
): [number, number] | null => {
  let best: [number, number] | null = null
  let most = 0.5
  for (const a of alive) {
    for (const b of alive) {
      if (b <= a) continue
      const mean = agree[a * count + b]! / (sizes[a]! * sizes[b]!)
      if (mean > most) [most, best] = [mean, [a, b]]
    }
  }
  return best
}
