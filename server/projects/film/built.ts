import type { Hand, Ink, Point } from './hand.ts'

/** What people built, as a storyboard artist dashes them off. `x, y` is where a thing stands, `h` its height. */

/** Gable towards us; the long side goes to the right. */
export function house(hand: Hand, [x, y]: Point, w: number, h: number, roof: Ink = {}): void {
  const [front, wall, ridgeRise, ridgeShift] = [w * 0.4, h * 0.55, h * 0.45, w * 0.2]
  const eaves = y - wall
  hand.line(
    [
      [x, y],
      [x, eaves],
      [x + w, eaves],
      [x + w, y],
      [x, y],
    ],
    { closed: true },
  )
  const points: Point[] = [
    [x - w * 0.06, eaves],
    [x + ridgeShift, eaves - ridgeRise],
    [x + w - ridgeShift * 0.4, eaves - ridgeRise],
    [x + w * 1.06, eaves],
    [x - w * 0.06, eaves],
  ]
  hand.line(points, { ...roof, closed: true })
  hand.line(
    [
      [x + front, eaves],
      [x + front, y],
    ],
    { size: 's' },
  )
  const pane = Math.max(8, h * 0.17)
  for (const at of [0.56, 0.78]) {
    const [px, py] = [x + w * at, eaves + wall * 0.34]
    hand.line(
      [
        [px, py],
        [px + pane, py],
        [px + pane, py + pane],
        [px, py + pane],
        [px, py],
      ],
      { size: 's', closed: true },
    )
  }
}

export function boat(hand: Hand, [x, y]: Point, w: number): void {
  hand.line(
    [
      [x - w / 2, y - w * 0.12],
      [x - w * 0.34, y + w * 0.08],
      [x + w * 0.34, y + w * 0.08],
      [x + w / 2, y - w * 0.14],
      [x - w / 2, y - w * 0.12],
    ],
    { closed: true },
  )
  hand.line([
    [x, y - w * 0.12],
    [x, y - w * 1.15],
  ])
  hand.line(
    [
      [x + w * 0.04, y - w * 1.1],
      [x + w * 0.46, y - w * 0.22],
      [x + w * 0.04, y - w * 0.2],
      [x + w * 0.04, y - w * 1.1],
    ],
    { closed: true },
  )
}

export function lighthouse(hand: Hand, [x, y]: Point, h: number): void {
  const [foot, head] = [h * 0.13, h * 0.085]
  hand.line(
    [
      [x - foot, y],
      [x - head, y - h * 0.78],
      [x + head, y - h * 0.78],
      [x + foot, y],
      [x - foot, y],
    ],
    { closed: true },
  )
  hand.line([
    [x - head * 1.3, y - h * 0.78],
    [x + head * 1.3, y - h * 0.78],
  ])
  hand.line([
    [x - head * 0.8, y - h * 0.78],
    [x - head * 0.8, y - h * 0.92],
    [x + head * 0.8, y - h * 0.92],
    [x + head * 0.8, y - h * 0.78],
  ])
  hand.line(
    [
      [x - head, y - h * 0.92],
      [x, y - h],
      [x + head, y - h * 0.92],
    ],
    { colour: 'red' },
  )
}

/** Two rails that meet far away, and the sleepers between them. */
export function rails(hand: Hand, near: readonly [Point, Point], far: readonly [Point, Point]): void {
  hand.line([near[0], far[0]])
  hand.line([near[1], far[1]])
  for (let at = 0; at < 9; at++) {
    const part = 1 - 0.78 ** at
    const mix = (a: Point, b: Point, more: number): Point => [
      a[0] + (b[0] - a[0]) * part + more * (1 - part),
      a[1] + (b[1] - a[1]) * part,
    ]
    hand.line([mix(near[0], far[0], -24), mix(near[1], far[1], 24)], { size: 's' })
  }
}

export function poles(hand: Hand, bases: readonly { at: Point; h: number }[]): void {
  for (const {
    at: [x, y],
    h,
  } of bases) {
    hand.line([
      [x, y],
      [x, y - h],
    ])
    hand.line([
      [x - h * 0.12, y - h * 0.93],
      [x + h * 0.12, y - h * 0.93],
    ])
  }
  for (let pole = 0; pole + 1 < bases.length; pole++) {
    const [a, b] = [bases[pole]!, bases[pole + 1]!]
    const [ax, ay, bx, by] = [a.at[0], a.at[1] - a.h * 0.93, b.at[0], b.at[1] - b.h * 0.93]
    hand.curve(
      [
        [ax, ay],
        [(ax + bx) / 2, (ay + by) / 2 + a.h * 0.09],
        [bx, by],
      ],
      { size: 's' },
    )
  }
}

export function fence(hand: Hand, from: Point, to: Point, posts: number, h: number): void {
  for (let at = 0; at < posts; at++) {
    const part = at / (posts - 1)
    const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    hand.line([
      [x, y],
      [x, y - h],
    ])
  }
  for (const rise of [0.8, 0.4])
    hand.line(
      [
        [from[0], from[1] - h * rise],
        [to[0], to[1] - h * rise],
      ],
      { size: 's' },
    )
}

export function lamp(hand: Hand, [x, y]: Point, h: number): void {
  hand.line([
    [x, y],
    [x, y - h * 0.84],
  ])
  hand.line(
    [
      [x - h * 0.07, y - h * 0.84],
      [x - h * 0.1, y - h * 0.97],
      [x + h * 0.1, y - h * 0.97],
      [x + h * 0.07, y - h * 0.84],
      [x - h * 0.07, y - h * 0.84],
    ],
    { closed: true },
  )
}

export function train(hand: Hand, [x, y]: Point, w: number, h: number): void {
  hand.line(
    [
      [x, y],
      [x, y - h],
      [x + w, y - h],
      [x + w, y],
      [x, y],
    ],
    { closed: true, colour: 'orange' },
  )
  hand.line(
    [
      [x + w * 0.1, y - h * 0.82],
      [x + w * 0.9, y - h * 0.82],
      [x + w * 0.9, y - h * 0.46],
      [x + w * 0.1, y - h * 0.46],
      [x + w * 0.1, y - h * 0.82],
    ],
    { size: 's', closed: true },
  )
  for (const side of [0.18, 0.82])
    hand.arc([x + w * side, y - h * 0.2], [h * 0.06, h * 0.06], 0, 1, { size: 's', closed: true })
}

/** A torii. */
export function gate(hand: Hand, [x, y]: Point, w: number, h: number): void {
  const ink: Ink = { colour: 'red' }
  for (const side of [-1, 1])
    hand.line(
      [
        [x + side * w * 0.36, y - h * 0.88],
        [x + side * w * 0.4, y],
      ],
      ink,
    )
  hand.curve(
    [
      [x - w * 0.62, y - h],
      [x, y - h * 0.93],
      [x + w * 0.62, y - h],
    ],
    ink,
  )
  hand.line(
    [
      [x - w * 0.48, y - h * 0.7],
      [x + w * 0.48, y - h * 0.7],
    ],
    ink,
  )
}
