import { describe, expect, it } from 'vitest'
import { type Kind, kinds } from '#models/builtin/kinds.ts'
import { type PaintOptions, type Pixels, paint } from '#models/builtin/painter/paint.ts'
import { Pen } from '#models/builtin/painter/sketch/pen.ts'
import { scenes } from '#models/builtin/painter/sketch/scenes.ts'
import type { Mark, Scene } from '#models/builtin/scene.ts'
import { edgeLift, meanDifference } from './painting.ts'

const small = { width: 256, height: 144, seed: 5, variation: 0, follow: 0.9 }
const paintSmall = (scene: Scene, more: Partial<PaintOptions> = {}) => paint(scene, { ...small, ...more })
const same = (a: Pixels, b: Pixels) =>
  Buffer.compare(Buffer.from(a.data.buffer), Buffer.from(b.data.buffer)) === 0

/** A scene whose only water or street is between the same two lines. */
function between(kind: Kind): Scene {
  const pen = new Pen(3)
  pen.next().line('ground', [
    [0, 260],
    [960, 260],
  ])
  pen
    .next()
    .line(kind, [
      [440, 265],
      [380, 540],
    ])
    .line(kind, [
      [520, 265],
      [600, 540],
    ])
  pen.tree(150, 330, 200)
  return pen.scene({ hour: 'noon', season: 'summer', weather: 'clear' })
}

describe('paint', { timeout: 120_000 }, () => {
  it('gives the same bytes for the same seed', async () => {
    const scene = scenes.lake!()
    expect(same(await paintSmall(scene), await paintSmall(scene))).toBe(true)
  })

  it('gives another picture for another seed and another variation', async () => {
    const scene = scenes.lake!()
    const plain = await paintSmall(scene)
    expect(same(plain, await paintSmall(scene, { seed: 6 }))).toBe(false)
    expect(same(plain, await paintSmall(scene, { variation: 1 }))).toBe(false)
  })

  it('keeps its edges on the pen lines, whatever the seed', async () => {
    for (const seed of [5, 99]) {
      const scene = scenes.lake!()
      const picture = await paint(scene, { ...small, width: 512, height: 288, seed })
      const lift = edgeLift(picture, scene)
      expect(lift.drawn).toBeGreaterThan(1.25)
      expect(lift.drawn).toBeGreaterThan(lift.mirrored + 0.3)
    }
  })

  it('changes only the strip when a river becomes a road', async () => {
    const [river, road] = [await paintSmall(between('river')), await paintSmall(between('road'))]
    const strip = meanDifference(river, road, (x, y) => y > 80 && Math.abs(x - 128) < 10 + (y - 80) / 4)
    const away = meanDifference(river, road, (x) => x < 70 || x > 210)
    expect(strip).toBeGreaterThan(20)
    expect(away).toBeLessThan(2)
  })

  it('leaves the other trees as they were when one is moved', async () => {
    const forest = (x: number) => {
      const pen = new Pen(4)
      pen.next().line('ground', [
        [0, 300],
        [960, 300],
      ])
      pen.tree(160, 420, 240).tree(x, 420, 200)
      return pen.scene({ hour: 'noon', weather: 'clear' })
    }
    const [a, b] = [await paintSmall(forest(560)), await paintSmall(forest(800))]
    expect(meanDifference(a, b, (x) => x < 85)).toBeLessThan(1.5)
  })

  it('tells winter from summer', async () => {
    const of = (season: 'summer' | 'winter') =>
      paintSmall({ ...between('path'), mood: { hour: 'noon', season, weather: 'clear' } })
    const [summer, winter] = [await of('summer'), await of('winter')]
    const ground = (p: Pixels) => {
      const i = (120 * p.width + 30) * 4
      return [p.data[i]!, p.data[i + 1]!, p.data[i + 2]!] as const
    }
    expect(ground(summer)[1]).toBeGreaterThan(ground(summer)[2] + 20)
    expect(Math.min(...ground(winter))).toBeGreaterThan(120)
  })

  it('does not band in the sky', async () => {
    const picture = await paint(
      {
        width: 960,
        height: 540,
        marks: [],
        mood: { hour: 'noon', season: null, weather: 'clear' },
        wanted: [],
      },
      { ...small, width: 512, height: 288 },
    )
    let flat = 0
    for (let y = 0; y < 60; y++) {
      let run = 1
      for (let x = 1; x < 512; x++) {
        const i = (y * 512 + x) * 4
        const equal = [0, 1, 2].every((c) => picture.data[i + c] === picture.data[i + c - 4])
        run = equal ? run + 1 : 1
        if (run === 10) flat++
      }
    }
    expect(flat).toBeLessThan(6)
  })

  it('shows the painting growing, and stops between layers', async () => {
    const stages: string[] = []
    await paintSmall(scenes.summer!(), { onStage: (stage) => void stages.push(stage) })
    expect(stages[0]).toBe('blockin')
    expect(stages.at(-1)).toBe('light')
    expect(stages.length).toBeGreaterThan(5)
    await expect(paintSmall(scenes.summer!(), { stopped: () => true })).rejects.toThrow('stopped')
  })
})

const odd: Record<string, number[]> = {
  point: [100, 100, 0.5],
  twice: [100, 100, 0.5, 100, 100, 0.5],
  nothing: [],
  flat: [100, 200, 0.5, 500, 200, 0.5],
  upright: [300, 100, 0.5, 300, 400, 0.5],
  bad: [Number.NaN, 10, 0.5, 40, Number.POSITIVE_INFINITY, 0.5, 80, 90, 0.5],
  outside: [-5000, -5000, 0.5, 9000, 9000, 0.5],
  long: Array.from({ length: 5000 }, (_, i) => [
    480 + 300 * Math.cos(i / 9) * Math.sin(i / 800),
    270 + 200 * Math.sin(i / 7),
    0.5,
  ]).flat(),
  loop: Array.from({ length: 40 }, (_, i) => [
    480 + 130 * Math.cos(i / 6),
    300 + 90 * Math.sin(i / 6),
    0.5,
  ]).flat(),
}

/** A number that is none comes out as pure black. */
function holes(p: Pixels): number {
  let n = 0
  for (let i = 0; i < p.data.length; i += 4) if (p.data[i]! + p.data[i + 1]! + p.data[i + 2]! === 0) n++
  return n
}

describe('every kind', { timeout: 120_000 }, () => {
  const shapes = [
    [96, 40],
    [96, 52],
    [80, 60],
    [64, 64],
    [54, 96],
  ] as const
  for (const [k, kind] of kinds.entries())
    it(`paints ${kind} from odd strokes`, async () => {
      // Two of the five shapes each, so that all kinds together see all of them.
      for (const [i, [width, height]] of [shapes[k % 5]!, shapes[(k + 2) % 5]!].entries()) {
        const marks: Mark[] = Object.entries(odd).map(([id, points], object) => ({
          stroke: {
            id,
            points,
            colour: object % 2 ? '#e03131' : '#1d1d1d',
            fill: id === 'loop' ? '#4dabf7' : null,
            size: 4,
          },
          kind,
          object: i % 2 ? object : 1,
          sure: 1,
        }))
        const picture = await paint(
          { width: 960, height: 540, marks, mood: { hour: null, season: null, weather: null }, wanted: [] },
          { ...small, width, height },
        )
        expect(picture.data.length).toBe(width * height * 4)
        expect(holes(picture)).toBeLessThan(width * height * 0.02)
      }
    })
})

describe('a second pass', { timeout: 120_000 }, () => {
  const parent = () => scenes.lake!()

  it('keeps the composition of the take it works over', async () => {
    const first = parent()
    const over = { marks: first.marks, seed: 5, variation: 0 }
    const again = await paintSmall(first, { seed: 77, over })
    const take = await paintSmall(first)
    expect(meanDifference(take, again, () => true)).toBeLessThan(6)
  })

  it('turns a coloured stroke into paint where it was drawn, and nowhere else', async () => {
    const first = parent()
    const over = { marks: first.marks, seed: 5, variation: 0 }
    const points = Array.from({ length: 30 }, (_, i) => [300 + i * 10, 470, 0.5]).flat()
    const mark: Mark = {
      stroke: { id: 'new', points, colour: '#e03131', fill: null, size: 12 },
      kind: 'unknown',
      object: 0,
      sure: 0.4,
    }
    const plain = await paintSmall(first, { over })
    const touched = await paintSmall({ ...first, marks: [...first.marks, mark] }, { over })
    const on = meanDifference(plain, touched, (x, y) => x > 85 && x < 150 && Math.abs(y - 125) < 4)
    const off = meanDifference(plain, touched, (_, y) => y < 100)
    expect(on).toBeGreaterThan(15)
    expect(off).toBeLessThan(1)
  })

  it('takes away what was rubbed out', async () => {
    const first = parent()
    const over = { marks: first.marks, seed: 5, variation: 0 }
    const big = first.marks.filter((m) => m.kind === 'pine').at(-1)!.object
    const without = { ...first, marks: first.marks.filter((m) => m.object !== big || m.kind !== 'pine') }
    const [with_, gone] = [await paintSmall(first, { over }), await paintSmall(without, { over })]
    expect(meanDifference(with_, gone, (x, y) => x > 220 && x < 240 && y > 60 && y < 100)).toBeGreaterThan(12)
    expect(meanDifference(with_, gone, (x) => x < 150)).toBeLessThan(1)
  })
})
