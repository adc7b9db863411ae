import type { Kind } from '../../kinds.ts'
import type { Mark, Mood, Scene } from '../../scene.ts'
import { rand } from '../core/rand.ts'

type Points = readonly (readonly [number, number])[]

/** A hand with a pen: wobbles, misses corners a little, never draws a ruler line. Page of 960 x 540. */
export class Pen {
  readonly marks: Mark[] = []
  private object = 0
  private readonly r
  constructor(seed: number) {
    this.r = rand(seed)
  }

  next() {
    this.object++
    return this
  }

  line(kind: Kind, points: Points, style: { colour?: string; fill?: string; close?: boolean } = {}) {
    const list = style.close ? [...points, points[0]!] : points
    const out: number[] = []
    const [pa, pb] = [this.r.range(0, 6), this.r.range(0, 6)]
    let d = 0
    for (let i = 0; i + 1 < list.length; i++) {
      const [a, b] = [list[i]!, list[i + 1]!]
      const len = Math.hypot(b[0] - a[0], b[1] - a[1])
      const n = Math.max(2, Math.ceil(len / 5))
      for (let k = 0; k < n; k++) {
        const t = k / n
        d += len / n
        out.push(
          a[0] + (b[0] - a[0]) * t + 1.5 * Math.sin(d / 37 + pa),
          a[1] + (b[1] - a[1]) * t + 1.5 * Math.sin(d / 31 + pb),
          0.5,
        )
      }
    }
    out.push(list.at(-1)![0], list.at(-1)![1], 0.5)
    const id = `s${this.marks.length}`
    this.marks.push({
      stroke: { id, points: out, colour: style.colour ?? '#1d1d1d', fill: style.fill ?? null, size: 4 },
      kind,
      object: this.object,
      sure: 1,
    })
    return this
  }

  oval(
    kind: Kind,
    x: number,
    y: number,
    rx: number,
    ry = rx,
    style: { colour?: string; fill?: string } = {},
  ) {
    const points: [number, number][] = []
    for (let i = 0; i <= 26; i++) {
      const a = -1.2 + (i / 26) * (2 * Math.PI + 0.15)
      points.push([x + rx * Math.cos(a), y + ry * Math.sin(a)])
    }
    return this.line(kind, points, style)
  }

  /** A cloud as people draw it: bumps and a flat foot. */
  cloud(x: number, y: number, w: number, h: number, kind: Kind = 'cumulus') {
    this.next()
    const points: [number, number][] = []
    const n = 5
    for (let i = 0; i < n; i++) {
      const bump = h * (0.45 + 0.55 * Math.sin((Math.PI * (i + 0.5)) / n))
      for (let k = 0; k <= 8; k++) {
        const a = Math.PI - (k / 8) * Math.PI
        points.push([
          x - w / 2 + (w * (i + 0.5)) / n + (w / n) * 0.6 * Math.cos(a),
          y - bump + w * 0.06 - (w / n) * 0.55 * Math.sin(a),
        ])
      }
    }
    return this.line(kind, [[x - w / 2, y], ...points, [x + w / 2, y], [x - w / 2, y]])
  }

  pine(x: number, foot: number, h: number) {
    this.next()
    for (let i = 0; i < 3; i++) {
      const y = foot - h * 0.12 - h * 0.28 * i
      const w = h * 0.24 * (1 - i * 0.25)
      this.line('pine', [
        [x - w, y],
        [x, y - h * 0.36],
        [x + w, y],
        [x - w, y],
      ])
    }
    return this.line('pine', [
      [x, foot],
      [x, foot - h * 0.13],
    ])
  }

  tree(x: number, foot: number, h: number, kind: Kind = 'broadleaf', colour = '#1d1d1d') {
    this.next()
    this.oval(kind, x, foot - h * 0.66, h * 0.38, h * 0.34, { colour })
    this.line(
      kind,
      [
        [x - h * 0.03, foot],
        [x - h * 0.025, foot - h * 0.34],
      ],
      { colour },
    )
    return this.line(
      kind,
      [
        [x + h * 0.03, foot],
        [x + h * 0.03, foot - h * 0.34],
      ],
      { colour },
    )
  }

  house(x: number, foot: number, w: number, style: { roof?: string; kind?: Kind } = {}) {
    this.next()
    const h = w * 0.55
    const kind = style.kind ?? 'house'
    this.line(kind, [
      [x, foot],
      [x, foot - h],
      [x + w, foot - h],
      [x + w, foot],
      [x, foot],
    ])
    return this.line(
      'roof',
      [
        [x - w * 0.1, foot - h],
        [x + w * 0.5, foot - h * 1.75],
        [x + w * 1.1, foot - h],
        [x - w * 0.1, foot - h],
      ],
      style.roof ? { colour: style.roof, fill: style.roof } : {},
    )
  }

  scene(mood: Partial<Mood>, wanted: Kind[] = []): Scene {
    return {
      width: 960,
      height: 540,
      marks: this.marks,
      mood: { hour: null, season: null, weather: null, ...mood },
      wanted,
    }
  }
}
