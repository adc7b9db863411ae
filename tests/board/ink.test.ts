import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GrowingStroke, growInk, settleInk } from '#app/board/ink/growingInk.ts'
import {
  decodeInkMessage,
  encodeInkMessage,
  type InkMessage,
  inkPoints,
  maxInkPoints,
  segmentsOfInk,
} from '#app/board/ink/inkMessage.ts'
import { outlineStroke } from '#app/board/ink/outline.ts'
import { fills, palette, sizes } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'

const float32 = fc.float({ min: -5000, max: 5000, noNaN: true })
const spot = fc.record({
  x: fc.double({ min: -9_000, max: 9_000, noNaN: true }),
  y: fc.double({ min: -9_000, max: 9_000, noNaN: true }),
  z: fc.double({ min: 0, max: 1, noNaN: true }),
})
const message: fc.Arbitrary<InkMessage> = fc.record({
  stroke: fc.string({ minLength: 1, maxLength: 30 }),
  panel: fc.string({ minLength: 1, maxLength: 30 }),
  index: fc.string({ minLength: 1, maxLength: 9 }),
  x: float32,
  y: float32,
  scale: float32,
  colour: fc.constantFrom(...palette.map((colour) => colour.name)),
  fill: fc.constantFrom(...fills),
  size: fc.constantFrom(...sizes.map((size) => size.name)),
  isClosed: fc.boolean(),
  isPen: fc.boolean(),
  from: fc.integer({ min: 0, max: 20_000 }),
  points: fc.array(
    spot.chain((point) => fc.boolean().map((straight) => ({ ...point, straight }))),
    { maxLength: 60 },
  ),
})

describe('ink on its way', () => {
  test('comes out as it went in, to a thirtieth of a unit', () => {
    fc.assert(
      fc.property(message, (sent) => {
        const { points, ...head } = decodeInkMessage(encodeInkMessage(sent))!
        const { points: drawn, ...rest } = sent
        expect(head).toEqual(rest)
        points.forEach((point, at) => {
          expect(Math.hypot(point.x - drawn[at]!.x, point.y - drawn[at]!.y)).toBeLessThan(0.0443)
          expect(point.z).toBeCloseTo(drawn[at]!.z, 2)
          expect(point.straight).toBe(drawn[at]!.straight)
        })
      }),
    )
  })

  test('a full message stays under what a room passes on', () => {
    const [head] = fc.sample(message, { numRuns: 1, seed: 3 })
    const wild = Array.from({ length: maxInkPoints }, (_, at) => ({
      x: (at % 2) * 9_000,
      y: -(at % 2) * 9_000,
      z: 1,
      straight: false,
    }))
    expect(encodeInkMessage({ ...head!, points: wild }).length).toBeLessThan(4_000)
  })

  test('bytes that are no ink are null', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = decodeInkMessage(bytes)
        expect(read === null || read.points.length <= maxInkPoints).toBe(true)
      }),
    )
  })

  test('ruled and free parts of a line come back as the same parts', () => {
    const segments: StrokeRecord['segments'] = [
      { type: 'free', points: [at(0, 0), at(1, 1), at(2, 1)] },
      { type: 'straight', points: [at(2, 1), at(40, 1)] },
      { type: 'free', points: [at(40, 1), at(41, 2)] },
    ]
    const back = segmentsOfInk(inkPoints(segments))
    expect(inkPoints(back).map(({ x, y }) => [x, y])).toContainEqual([40, 1])
    expect(back.map((segment) => segment.type)).toEqual(['free', 'straight', 'free'])
    expect(back[1]!.points.at(-1)).toEqual(at(40, 1))
  })
})

describe('lines that others draw now', () => {
  const none: ReadonlyMap<string, GrowingStroke> = new Map()
  const [head] = fc.sample(message, { numRuns: 1, seed: 5 })
  const part = (from: number, xs: number[], stroke = 'shape:1'): InkMessage => ({
    ...head!,
    stroke,
    from,
    points: xs.map((x) => ({ x, y: 0, z: 0.5, straight: false })),
  })
  const xs = (lines: ReadonlyMap<string, GrowingStroke>) => lines.get('shape:1')!.points.map(({ x }) => x)

  test('grow, and their unsettled end is replaced', () => {
    const one = growInk(none, 'mai', part(0, [1, 2, 3]), 0)
    expect(xs(growInk(one, 'mai', part(2, [4, 5]), 1))).toEqual([1, 2, 4, 5])
  })

  test('belong to who began them', () => {
    const one = growInk(none, 'mai', part(0, [1]), 0)
    expect(growInk(one, 'jun', part(0, [9]), 1)).toBe(one)
  })

  test('go when given up, when kept, and when nothing more is heard', () => {
    const one = growInk(none, 'mai', part(0, [1]), 0)
    expect(growInk(one, 'mai', part(0, []), 1).size).toBe(0)
    expect(settleInk(one, () => true, 1).size).toBe(0)
    expect(settleInk(one, () => false, 1)).toBe(one)
    expect(settleInk(one, () => false, 60_000).size).toBe(0)
  })

  test('never fill the memory of the others', () => {
    let lines = none
    for (let at = 0; at < 500; at++) lines = growInk(lines, 'mai', part(0, [1], `shape:${at}`), 0)
    expect(lines.size).toBeLessThanOrEqual(200)
  })
})

describe('outline', () => {
  const stroke = (points: StrokeRecord['segments'][0]['points'], more: Partial<StrokeRecord> = {}) =>
    outlineStroke({
      segments: [{ type: 'free', points }],
      size: 'm',
      scale: 1,
      isPen: true,
      isClosed: false,
      ...more,
    })
  const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

  test('of a tap is a dot, of nothing is nothing', () => {
    expect(stroke([]).ink).toBe('')
    expect(stroke([at(5, 5)]).ink).toMatch(/^M.*A.*Z$/)
    expect(stroke([at(5, 5), at(5.2, 5)]).ink).toBe(stroke([at(5, 5), at(5, 5)]).ink)
  })

  test('is as wide as the pen was pressed', () => {
    const width = (z: number) => {
      const ys = stroke([0, 20, 40, 60, 80].map((x) => ({ x, y: 0, z })))
        .ink.split(/[MQLA]/)
        .flatMap((part) => numbers(part).slice(-1))
      return Math.max(...ys) - Math.min(...ys)
    }
    expect(width(1)).toBeGreaterThan(width(0.3) * 1.7)
  })

  test('has an area only when the line is closed', () => {
    const square = [at(0, 0), at(90, 0), at(90, 90), at(0, 90), at(0, 2)]
    expect(stroke(square).area).toBe('')
    expect(stroke(square, { isClosed: true }).area).toMatch(/Z$/)
  })

  test('keeps sharp corners as two ribbons that overlap', () => {
    const corner = stroke([at(0, 0), at(50, 0), at(100, 0), at(100, 50), at(100, 100)])
    expect(corner.ink.match(/M/g)).toHaveLength(2)
  })

  test('is drawable whatever is drawn', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        (points, isPen, isClosed) => {
          const { ink, area } = stroke(points, { isPen, isClosed })
          expect(`${ink}${area}`).not.toMatch(/NaN|Infinity|undefined/)
        },
      ),
    )
  })
})

function at(x: number, y: number) {
  return { x, y, z: 0.5 }
}
