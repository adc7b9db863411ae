import { expect, test } from 'vitest'
import { readDuration, sayDuration } from '#app/panels/duration.ts'

test('durations are said in seconds and frames', () => {
  expect(sayDuration(60, 24)).toBe('2+12')
  expect(sayDuration(5, 24)).toBe('0+05')
})

test('durations are read as people write them, in either script', () => {
  const read = ['60', '60f', '2+12', '2.5s', '2 s', '２＋１２', '2秒12コマ', '2秒', '0'].map((typed) =>
    readDuration(typed, 24),
  )
  expect(read).toEqual([60, 60, 60, 60, 48, 60, 60, 48, 1])
  expect(['', 'long', '-3', '1e9s', '2+'].map((typed) => readDuration(typed, 24))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect(readDuration('99999999', 24)).toBe(100_000)
})
