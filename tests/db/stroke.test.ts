import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fills, palette, sizes } from '#db/board/palette.ts'
import { decodeStroke, encodeStroke, type StrokeRecord } from '#db/board/stroke.ts'

const float32 = fc.float({ min: -5000, max: 5000, noNaN: true })
const point = fc.record({
  x: fc.double({ min: -60_000, max: 60_000, noNaN: true }),
  y: fc.double({ min: -60_000, max: 60_000, noNaN: true }),
  z: fc.double({ min: 0, max: 1, noNaN: true }),
})
const stroke: fc.Arbitrary<StrokeRecord> = fc.record({
  panel: fc.string({ minLength: 1, maxLength: 20 }),
  index: fc.string({ minLength: 1, maxLength: 9 }),
  x: float32,
  y: float32,
  rotation: float32,
  scale: float32,
  opacity: fc.integer({ min: 0, max: 255 }).map((byte) => byte / 255),
  colour: fc.constantFrom(...palette.map((colour) => colour.name)),
  fill: fc.constantFrom(...fills),
  size: fc.constantFrom(...sizes.map((size) => size.name)),
  isClosed: fc.boolean(),
  isPen: fc.boolean(),
  by: fc.string({ maxLength: 21 }),
  at: fc.integer({ min: 0, max: 4_000_000_000 }),
  segments: fc.array(
    fc.record({
      type: fc.constantFrom('free' as const, 'straight' as const),
      points: fc.array(point, { maxLength: 40 }),
    }),
    { maxLength: 4 },
  ),
})

test('a stroke comes back as it was drawn, to a twentieth of a unit', () => {
  fc.assert(
    fc.property(stroke, (drawn) => {
      const { segments, ...head } = decodeStroke(encodeStroke(drawn))!
      const { segments: original, ...rest } = drawn
      expect(head).toEqual(rest)
      segments.forEach((segment, s) => {
        expect(segment.type).toBe(original[s]!.type)
        segment.points.forEach((point, p) => {
          const was = original[s]!.points[p]!
          expect(Math.hypot(point.x - was.x, point.y - was.y)).toBeLessThanOrEqual(0.0443)
          expect(Math.abs(point.z - was.z)).toBeLessThanOrEqual(0.5 / 255 + 1e-9)
        })
      })
    }),
  )
})

test('bytes that are no stroke are null, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const read = decodeStroke(bytes)
      expect(read === null || Array.isArray(read.segments)).toBe(true)
    }),
  )
  const whole = encodeStroke(fc.sample(stroke, { numRuns: 1, seed: 7 })[0]!)
  expect(decodeStroke(whole.subarray(0, 6))).toBeNull()
})

test('a 400-point stroke takes at most 1.7 kB (12 kB as JSON)', () => {
  const points = Array.from({ length: 400 }, (_, at) => ({ x: at * 1.5, y: Math.sin(at / 12) * 150, z: 0.5 }))
  const [drawn] = fc.sample(stroke, { numRuns: 1, seed: 1 })
  expect(encodeStroke({ ...drawn!, segments: [{ type: 'free', points }] }).length).toBeLessThan(1700)
})
