import { expect, test } from 'vitest'
import { words as panels } from '#app/panels/words.ts'
import { words as takes } from '#app/takes/words.ts'

/** `path: {{names}}` of every sentence. */
function holes(words: object, at = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${at}${key}: ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ')}`]
      : holes(value, `${at}${key}.`),
  )
}

test.each([
  ['panels', panels],
  ['takes', takes],
] as const)('%s says the same in both languages', (_, words) => {
  expect(holes(words.ja)).toEqual(holes(words.en))
})
