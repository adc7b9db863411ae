import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { kinds } from '#models/builtin/kinds.ts'
import { agreeByObject } from '#models/builtin/reader/agree.ts'
import { expectNamed } from '#models/builtin/reader/expect.ts'
import { featureWidth, layoutFeatures, strokeLimit } from '#models/builtin/reader/features.ts'
import { groupStrokes } from '#models/builtin/reader/group.ts'
import { openReader } from '#models/builtin/reader/reader.ts'
import { understand } from '#models/builtin/words/understand.ts'
import type { KnownDrawing } from '#models/evaluation/compose.ts'
import { composeDrawings } from '#models/evaluation/compose.ts'
import { evaluateReader } from '#models/evaluation/evaluate.ts'
import type { Layout } from '#models/generator.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const json = <T>(relative: string) => JSON.parse(readFileSync(path(relative), 'utf8')) as T
const model = path('../../models/builtin/reader/reader.onnx')
const locked = json<KnownDrawing[]>('../../models/evaluation/drawings.json')

describe('the features of a stroke', () => {
  it('are the numbers that the net was trained on', () => {
    for (const { layout, features } of json<{ layout: Layout; features: number[][] }[]>(
      'fixtures/features.json',
    )) {
      const mine = layoutFeatures(layout).features
      features.forEach((row, stroke) => {
        row.forEach((value, column) => {
          expect(mine[stroke * featureWidth + column], `stroke ${stroke}, number ${column}`).toBeCloseTo(
            value,
            3,
          )
        })
      })
    }
  })

  it('do not depend on the direction or the starting point of the pen', () => {
    const stroke = (points: number[][]) => ({
      id: 'a',
      points: points.flatMap(([x, y]) => [x!, y!, 0.5]),
      colour: '#1d1d1d',
      fill: null,
      size: 3,
    })
    const line = [
      [10, 10],
      [200, 40],
      [300, 200],
    ]
    const square = [
      [10, 10],
      [110, 10],
      [110, 120],
      [10, 110],
      [10, 10],
    ]
    const of = (points: number[][]) => [
      ...layoutFeatures({ width: 960, height: 540, strokes: [stroke(points)] }).features,
    ]
    const close = (a: number[], b: number[]) => {
      for (const [i, value] of a.entries()) expect(b[i], `number ${i}`).toBeCloseTo(value, 4)
    }
    close(of(line), of([...line].reverse()))
    close(of(square), of([...square].reverse()))
  })

  it('survive dots, empty strokes and too many strokes', () => {
    const dot = { id: 'a', points: [5, 5, 0.5], colour: '#1d1d1d', fill: null, size: 3 }
    const { features } = layoutFeatures({ width: 960, height: 540, strokes: [dot, { ...dot, points: [] }] })
    expect(features).toHaveLength(featureWidth)
    expect(features.every(Number.isFinite)).toBe(true)
    const many = Array.from({ length: strokeLimit + 9 }, (_, i) => ({
      ...dot,
      points: [0, 0, 0.5, i, 0, 0.5],
    }))
    const { kept } = layoutFeatures({ width: 960, height: 540, strokes: many })
    expect(kept).toHaveLength(strokeLimit)
    expect(kept[0]).toBe(9)
  })
})

describe('the grouping of strokes', () => {
  it('joins what agrees on average, and does not chain', () => {
    const pairs = new Float32Array(16).fill(-6)
    const join = (a: number, b: number, logit: number) => {
      pairs[a * 4 + b] = logit
      pairs[b * 4 + a] = logit
    }
    join(0, 1, 6)
    join(2, 3, 6)
    join(1, 2, 1)
    expect(groupStrokes(pairs, 4)).toEqual([0, 0, 1, 1])
    expect(groupStrokes(new Float32Array(0), 0)).toEqual([])
  })
})

describe('the vote of a thing', () => {
  it('corrects the stroke that is outvoted, and leaves details and roofs alone', () => {
    const row = (kind: string, sure: number) =>
      kinds.map((name) => (name === kind ? sure : (1 - sure) / (kinds.length - 1)))
    const likely = [
      row('palm', 0.9),
      row('person', 0.35),
      row('detail', 0.9),
      row('house', 0.8),
      row('house', 0.7),
      row('roof', 0.9),
    ]
    const top = agreeByObject(likely, [0, 0, 0, 1, 1, 1]).map(
      (values) => kinds[values.indexOf(Math.max(...values))],
    )
    expect(top).toEqual(['palm', 'palm', 'detail', 'house', 'house', 'roof'])
  })
})

describe('what nobody spoke of', () => {
  it('is less likely, unless it is drawn everywhere or hinted at', () => {
    const half = kinds.map((kind) => (kind === 'cherry' || kind === 'broadleaf' ? 0.5 : 0))
    const cherry = (prompt: string) =>
      expectNamed([half], understand(prompt, '').tokens)[0]![kinds.indexOf('cherry')]!
    expect(cherry('a tree')).toBeLessThan(0.3)
    expect(cherry('桜')).toBe(0.5)
    expect(cherry('a tree in spring')).toBe(0.5)
  })
})

describe('the reader', () => {
  it('reads drawings that it was not trained on', { timeout: 60_000 }, async () => {
    const sheet = await evaluateReader(model, locked)
    expect(sheet.drawings).toBeGreaterThanOrEqual(100)
    expect(Object.keys(sheet.manners).length).toBeGreaterThanOrEqual(6)
    // The floor below which a new training must not be committed; what was reached stands in reader.json.
    expect(sheet.accuracy).toBeGreaterThan(0.87)
    expect(sheet.instances).toBeGreaterThan(0.93)
  })

  it('gives every stroke a mark, also when there are very many, and none when there are none', async () => {
    const reader = await openReader(model)
    expect(await reader.read({ width: 960, height: 540, strokes: [] }, [])).toEqual([])
    const strokes = locked.slice(0, 30).flatMap(({ layout }) => layout.strokes)
    const marks = await reader.read({ width: 960, height: 540, strokes }, [])
    expect(marks.map(({ stroke }) => stroke)).toEqual(strokes)
    for (const { kind, sure, rivals } of marks) {
      expect(kinds).toContain(kind)
      expect(sure).toBeGreaterThanOrEqual(0)
      expect(rivals).not.toContain(kind === 'unknown' ? '' : kind)
    }
    await reader.close()
  })

  it('listens to the words: one bare curve is what the prompt says', async () => {
    const reader = await openReader(model)
    const winding = (shift: number) =>
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [
        470 + shift * (1 - i / 8) + Math.sin(i) * (40 - i * 4),
        530 - i * 32,
        0.5,
      ])
    const strokes = [winding(-130), winding(130)].map((points, i) => ({
      id: `${i}`,
      points,
      colour: '#1d1d1d',
      fill: null,
      size: 4,
    }))
    const read = async (prompt: string) =>
      (await reader.read({ width: 960, height: 540, strokes }, understand(prompt, '').tokens))[0]?.kind
    expect(await read('a river')).toBe('river')
    expect(await read('道路')).toBe('road')
    await reader.close()
  })
})

describe('the locked drawings', () => {
  it('are still what the composer makes', () => {
    expect(JSON.parse(JSON.stringify(composeDrawings()))).toEqual(locked)
  })
})
