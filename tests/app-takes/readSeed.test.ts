import { expect, test } from 'vitest'
import { readSeed } from '#app/takes/readSeed.ts'

test('a seed is read as it is pasted, and nothing else is', () => {
  expect(['42', ' 1,234 567 ', '４２', '4294967295'].map(readSeed)).toEqual([42, 1_234_567, 42, 0xffff_ffff])
  expect(['', '-1', '1.5', '4294967296', 'seed', '99999999999'].map(readSeed)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
