import { expect, test } from 'vitest'
import { reachedStages, stageOf, takeInDoubt } from '#app/takes/stages.ts'
import { aTake } from './aTake.ts'

const asked = 1_700_000_000
const drawn = (id: string, at: number) => ({ id, at })
const second = aTake({ pass: 'second', at: asked * 1000 + 300 })
const list = (...args: Parameters<typeof reachedStages>) =>
  Object.entries(reachedStages(...args)).flatMap(([stage, reached]) => (reached ? [stage] : []))

test('an empty panel is at no stage, a drawn one at the layout', () => {
  expect(stageOf(reachedStages([], []))).toBeNull()
  expect(list([drawn('a', 1)], [])).toEqual(['layout'])
})

test('only finished takes count', () => {
  const running = aTake({ state: { kind: 'running', step: 1, steps: 4, stage: 'sky' } })
  expect(list([drawn('a', 1)], [running])).toEqual(['layout'])
  expect(list([drawn('a', 1)], [aTake(), running])).toEqual(['layout', 'first'])
  expect(stageOf(reachedStages([drawn('a', 1)], [second]))).toBe('second')
})

test('a panel is finished when something is drawn after its newest second pass', () => {
  const takes = [aTake(), second]
  expect(list([drawn('a', asked - 900)], takes)).toEqual(['layout', 'first', 'second'])
  expect(list([drawn('a', asked + 1)], takes)).not.toContain('finish')
  expect(list([drawn('a', asked + 2)], takes)).toContain('finish')
  const again = aTake({ pass: 'second', at: (asked + 60) * 1000 })
  expect(list([drawn('a', asked + 2)], [...takes, again])).not.toContain('finish')
})

test('the capture is believed more than the clocks', () => {
  const fast = drawn('drawn before, by a clock that is ahead', asked + 90)
  const slow = drawn('drawn after, by a clock that is behind', asked - 90)
  const captured = new Set([fast.id])
  expect(list([fast], [second], captured)).not.toContain('finish')
  expect(list([slow], [second], captured)).toContain('finish')
  expect(takeInDoubt([slow], [second])).toBe(second)
  expect(takeInDoubt([drawn('long before', asked - 3600)], [second])).toBeNull()
  expect(takeInDoubt([fast], [aTake()])).toBeNull()
})
