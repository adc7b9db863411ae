import type { Hand, Point } from './hand.ts'

/** The two of the film, as a storyboard artist dashes them off. `x, y` is where a thing stands, `h` its height. */

/** The boy: round head, cap, satchel; `face` -1 looks left, 1 right. */
export function boy(hand: Hand, [x, y]: Point, h: number, face: 1 | -1): void {
  const head = h * 0.13
  hand.arc([x, y - h + head], [head, head * 1.06], 0, 1, { closed: true })
  hand.curve([
    [x - head * 1.1, y - h + head * 0.7],
    [x, y - h - head * 0.2],
    [x + face * head * 1.9, y - h + head * 0.75],
  ])
  hand.curve([
    [x - h * 0.06, y - h * 0.74],
    [x - h * 0.13, y - h * 0.4],
    [x + h * 0.13, y - h * 0.4],
    [x + h * 0.06, y - h * 0.74],
  ])
  hand.line([
    [x - h * 0.07, y - h * 0.4],
    [x - h * 0.08, y - h * 0.02],
    [x - h * 0.08 + face * h * 0.06, y],
  ])
  hand.line([
    [x + h * 0.07, y - h * 0.4],
    [x + h * 0.08, y - h * 0.02],
    [x + h * 0.08 + face * h * 0.06, y],
  ])
  hand.curve([
    [x + face * h * 0.06, y - h * 0.68],
    [x + face * h * 0.18, y - h * 0.52],
    [x + face * h * 0.2, y - h * 0.4],
  ])
}

/** The dog: one long back, an ear, a tail that says how it feels (`up` 0..1). */
export function dog(hand: Hand, [x, y]: Point, h: number, face: 1 | -1, up = 1): void {
  const f = face
  hand.curve([
    [x - f * h * 0.62, y - h * 0.55],
    [x - f * h * 0.1, y - h * 0.62],
    [x + f * h * 0.42, y - h * 0.66],
    [x + f * h * 0.55, y - h * 0.98],
  ])
  hand.curve([
    [x + f * h * 0.55, y - h * 0.98],
    [x + f * h * 0.8, y - h],
    [x + f * h * 1.02, y - h * 0.78],
    [x + f * h * 0.74, y - h * 0.68],
    [x + f * h * 0.58, y - h * 0.5],
  ])
  hand.curve([
    [x + f * h * 0.56, y - h * 0.97],
    [x + f * h * 0.46, y - h * 0.72],
    [x + f * h * 0.62, y - h * 0.76],
  ])
  for (const leg of [-0.56, -0.4, 0.34, 0.5])
    hand.line([
      [x + f * h * leg, y - h * 0.48],
      [x + f * h * (leg + 0.03), y],
    ])
  hand.curve(
    [
      [x - f * h * 0.5, y - h * 0.32],
      [x, y - h * 0.28],
      [x + f * h * 0.4, y - h * 0.34],
    ],
    { size: 's' },
  )
  hand.curve([
    [x - f * h * 0.62, y - h * 0.55],
    [x - f * h * 0.86, y - h * (0.5 + 0.35 * up)],
    [x - f * h * 0.8, y - h * (0.55 + 0.5 * up)],
  ])
}
