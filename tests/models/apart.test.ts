import { expect, test } from 'vitest'
import type { Kind } from '#models/builtin/kinds.ts'
import { standApart } from '#models/builtin/reader/apart.ts'

const mark = (kind: Kind, object: number, points: [number, number][]) => ({
  stroke: {
    id: 's',
    points: points.flatMap(([x, y]) => [x, y, 0.5]),
    colour: '#1d1d1f',
    fill: null,
    size: 4,
  },
  kind,
  object,
})
const fir = (x: number) =>
  mark('pine', 0, [
    [x, 100],
    [x + 50, 300],
    [x - 50, 300],
    [x, 100],
  ])
const trunk = (x: number) =>
  mark('pine', 0, [
    [x, 300],
    [x, 330],
  ])
const box = (kind: Kind, x: number, y: number, w: number, h: number) =>
  mark(kind, 0, [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ])

test('three firs in a row are three things, each with its trunk', () => {
  const [a, b, c, ...trunks] = standApart([fir(100), fir(198), fir(400), trunk(100), trunk(198), trunk(400)])
  expect(new Set([a, b, c]).size).toBe(3)
  expect(trunks).toEqual([a, b, c])
})

test('two houses part; walls, roof and window of one stay together', () => {
  const house = (x: number) => [
    box('house', x, 200, 100, 60),
    box('roof', x - 5, 160, 110, 42),
    box('detail', x + 60, 215, 12, 12),
  ]
  const objects = standApart([...house(100), ...house(300)])
  expect(new Set(objects.slice(0, 3)).size).toBe(1)
  expect(new Set(objects.slice(3)).size).toBe(1)
  expect(objects[0]).not.toBe(objects[3])
})

test('the tiers of one fir, the pieces of one crown and the posts of a fence stay one thing', () => {
  const tiers = [box('pine', 100, 100, 40, 50), box('pine', 90, 140, 60, 60), box('pine', 80, 190, 80, 70)]
  expect(new Set(standApart(tiers)).size).toBe(1)
  const pieces = [
    mark('broadleaf', 0, [
      [100, 200],
      [80, 150],
      [120, 110],
    ]),
    mark('broadleaf', 0, [
      [120, 110],
      [170, 150],
      [150, 200],
    ]),
  ]
  expect(new Set(standApart(pieces)).size).toBe(1)
  const posts = [box('fence', 100, 100, 8, 40), box('fence', 150, 100, 8, 40)]
  expect(new Set(standApart(posts)).size).toBe(1)
})

test('two clouds of open lines part, each with its foot', () => {
  const cloud = (x: number) => [
    mark('cumulus', 0, [
      [x, 100],
      [x + 60, 40],
      [x + 120, 100],
    ]),
    mark('cumulus', 0, [
      [x, 102],
      [x + 120, 102],
    ]),
  ]
  const [a, footOfA, b, footOfB] = standApart([...cloud(100), ...cloud(400)])
  expect([footOfA, footOfB]).toEqual([a, b])
  expect(a).not.toBe(b)
})
