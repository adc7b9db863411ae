import type { Hand, Ink, Point } from './hand.ts'

/** Clouds, plants and water, as a storyboard artist dashes them off. `x, y` is where a thing stands, `h` its height. */

/** A lumpy arch on a flat foot. */
export function cloud(hand: Hand, [x, y]: Point, w: number, h: number): void {
  const lumps = Math.max(5, Math.round((w + 1.4 * h) / 62))
  const [phase, lean] = [hand.random() * 6.3, 0.1 * hand.sway()]
  const rim = scallops(lumps, 0.5, 1, (turn) => {
    const swell = 1 + 0.1 * Math.sin(turn * 19 + phase)
    return [
      x + w * (lean * 0.5 + (Math.cos(turn * 2 * Math.PI) * swell) / 2),
      y + Math.sin(turn * 2 * Math.PI) * h * swell,
    ]
  })
  hand.curve([[x - w * 0.52, y], ...rim, [x + w * 0.52, y]])
  hand.line(
    [
      [x - w * 0.52, y],
      [x - w * 0.1, y + 3],
      [x + w * 0.52, y],
    ],
    { size: 's' },
  )
}

/** Points of a bumpy rim: out on the hump, in at the notch. Angles in turns, clockwise from the right. */
function scallops(count: number, from: number, to: number, rim: (turn: number) => Point): Point[] {
  const points: Point[] = []
  for (let at = 0; at < count; at++) {
    const turn = (part: number) => from + ((to - from) * (at + part)) / count
    const [a, b] = [rim(turn(0)), rim(turn(1))]
    const [mx, my] = rim(turn(0.5))
    const chord = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const out = 0.22 * chord
    const [nx, ny] = [(b[1] - a[1]) / chord, -(b[0] - a[0]) / chord]
    points.push(
      a,
      [(a[0] + mx) / 2 + nx * out * 0.8, (a[1] + my) / 2 + ny * out * 0.8],
      [mx + nx * out, my + ny * out],
    )
    points.push([(b[0] + mx) / 2 + nx * out * 0.8, (b[1] + my) / 2 + ny * out * 0.8])
  }
  points.push(rim(to))
  return points
}

export function ridge(hand: Hand, points: readonly Point[], ink: Ink = {}): void {
  hand.line(points, ink)
}

export function pine(hand: Hand, [x, y]: Point, h: number, ink: Ink = {}): void {
  const tiers = Math.max(4, Math.round(h / 42))
  const side = (sign: 1 | -1): Point[] =>
    Array.from({ length: tiers }, (_, tier): Point[] => {
      const [half, level] = [(h * 0.2 * (tier + 1)) / tiers, y - h + (h * 0.9 * (tier + 1)) / tiers]
      const jut = 1 + 0.12 * hand.sway()
      return [
        [x + sign * half * jut, level],
        [x + sign * half * 0.55, level - h * 0.015],
      ]
    }).flat()
  hand.line([[x, y - h], ...side(1), ...side(-1).reverse(), [x, y - h]], { ...ink, closed: true })
  hand.line(
    [
      [x, y - h * 0.1],
      [x, y],
    ],
    ink,
  )
}

export function tree(hand: Hand, [x, y]: Point, h: number, w = h * 0.75, ink: Ink = {}): void {
  const [cy, rx, ry] = [y - h * 0.66, w / 2, h * 0.36]
  const crown = scallops(Math.max(7, Math.round(w / 22)), 0, 1, (turn) => [
    x + Math.cos(turn * 2 * Math.PI) * rx,
    cy + Math.sin(turn * 2 * Math.PI) * ry,
  ])
  hand.curve(crown, ink)
  hand.line([
    [x - h * 0.045, y - h * 0.32],
    [x - h * 0.05, y - h * 0.1],
    [x - h * 0.08, y],
  ])
  hand.line([
    [x + h * 0.045, y - h * 0.32],
    [x + h * 0.04, y - h * 0.1],
    [x + h * 0.08, y],
  ])
}

export function grass(hand: Hand, [x, y]: Point, w: number, tufts: number): void {
  for (let tuft = 0; tuft < tufts; tuft++) {
    const [tx, ty] = [x + w * hand.random(), y + 26 * hand.random()]
    const points: Point[] = []
    for (let blade = 0; blade < 4; blade++) {
      points.push([tx + blade * 6, ty], [tx + blade * 6 + 3 + 2 * hand.sway(), ty - 12 - 8 * hand.random()])
    }
    hand.line(points, { size: 's' })
  }
}

export function ripples(hand: Hand, [x, y]: Point, w: number, h: number, count: number): void {
  for (let at = 0; at < count; at++) {
    const down = (at + 0.6) / count
    const length = (30 + 70 * down) * (0.7 + 0.6 * hand.random())
    const [rx, ry] = [x + (w - length) * hand.random(), y + h * down]
    hand.curve(
      [
        [rx, ry],
        [rx + length / 3, ry - 3],
        [rx + (2 * length) / 3, ry + 2],
        [rx + length, ry],
      ],
      { size: 's', colour: 'blue' },
    )
  }
}
