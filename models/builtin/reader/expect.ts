import type { Kind } from '../kinds.ts'
import { kinds } from '../kinds.ts'
import { concepts } from '../words/lexicon.ts'

/** Kinds that people seldom draw without naming them. The training drawings show every kind equally often. */
const seldomUnnamed = new Set<Kind>(
  'palm bamboo cherry paddy waterfall pier rail station bridge farmhouse gate tower lighthouse stairs train'.split(
    ' ',
  ) as Kind[],
)
/** About a third as likely as in training: the difference between drawings made up evenly and real ones. */
const rarity = Math.exp(-1)
/** Spring and pink speak for cherries without naming them. */
const hints: Record<string, Kind> = { spring: 'cherry', pink: 'cherry' }

/** Each stroke's likelihoods, with what nobody spoke of made less likely. */
export const expectNamed = (likely: number[][], tokens: readonly number[]): number[][] => {
  const said = concepts.filter(({ id }) => tokens.includes(id)).map(({ name }) => hints[name] ?? name)
  const weight = kinds.map((kind) => (seldomUnnamed.has(kind) && !said.includes(kind) ? rarity : 1))
  return likely.map((row) => {
    const weighted = row.map((value, kind) => value * weight[kind]!)
    const sum = weighted.reduce((total, value) => total + value, 0)
    return weighted.map((value) => value / sum)
  })
}
