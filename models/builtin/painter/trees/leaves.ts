import { clamp, look, mix, type Ramp } from '../core/colour.ts'
import { dab } from '../core/marks.ts'
import type { Mask } from '../core/mask.ts'
import { lambert, type Puff, type Relief, relief } from '../core/puffs.ts'
import type { Rand } from '../core/rand.ts'
import { air, grain, type Studio } from '../core/studio.ts'

export type LeafLook = {
  a: Ramp
  b: Ramp
  /** Leaf dab size, picture pixels. */
  size: number
  density: number
  tone: number
  depth: number
  /** How much darker the underside is. */
  under: number
  /** Share of holes through which the background shows, 0..1. */
  gaps: number
}

/** Four passes of dabs in value order: dark base, mid, light, highlight. */
const PASSES = [
  { dt: -0.13, size: 1.2, from: -1, dense: 1, out: 0.35 },
  { dt: -0.02, size: 0.82, from: 0.22, dense: 1.3, out: 0.7 },
  { dt: 0.05, size: 0.6, from: 0.42, dense: 1.6, out: 0.85 },
  { dt: 0.13, size: 0.43, from: 0.58, dense: 1.5, out: 0.95 },
] as const
const BUCKETS = 64

type Field = { m: Mask; r: Relief; tone: Float32Array; big: Float32Array; cells: Int32Array; size: number }

function toneField(s: Studio, m: Mask, puffs: Puff[], o: LeafLook, rnd: Rand): Field {
  const r = relief(puffs, m.x0, m.y0, m.w, m.h)
  const lit = lambert(r, s.light, Math.max(o.size * 0.45, 0.6))
  const tone = new Float32Array(m.w * m.h)
  const big = new Float32Array(m.w * m.h)
  const place = rnd.range(1, 80)
  const direct = 0.26 + 0.2 * s.script.direct
  const leaf = o.size / s.u
  const cells: number[] = []
  for (let j = 0; j < m.h; j++) {
    const rel = j / Math.max(m.h, 1)
    for (let i = 0; i < m.w; i++) {
      const k = j * m.w + i
      if (m.a[k]! < 0.5) continue
      big[k] = grain(s, m.x0 + i, m.y0 + j, leaf * 7, leaf * 7, place)
      tone[k] = o.tone + direct * lit[k]! - o.under * (rel - 0.4) + 0.06 * big[k]!
      cells.push(k)
    }
  }
  return { m, r, tone, big, cells: Int32Array.from(cells), size: o.size }
}

/** A mass of leaves that fills the mask, lit by the relief of its clumps. */
export function paintLeaves(s: Studio, m: Mask, puffs: Puff[], o: LeafLook, rnd: Rand) {
  const f = toneField(s, m, puffs, o, rnd)
  if (f.cells.length === 0) return
  const unit = f.cells.length / (o.size * o.size)
  const passes = s.fine ? [...PASSES, { dt: 0.04, size: 0.28, from: 0.3, dense: 2.2, out: 0.9 }] : PASSES
  for (const pass of passes)
    onePass(s, f, o, pass, Math.max(6, Math.round(unit * pass.dense * o.density)), rnd)
}

type Pass = (typeof PASSES)[number] | { dt: number; size: number; from: number; dense: number; out: number }

function onePass(s: Studio, f: Field, o: LeafLook, pass: Pass, n: number, rnd: Rand) {
  const { m, r, tone, big } = f
  const order: number[][] = Array.from({ length: BUCKETS }, () => [])
  for (let q = 0; q < n; q++) {
    const k = f.cells[Math.floor(rnd.next() * f.cells.length)]!
    const t = tone[k]!
    if (t < pass.from) continue
    if (o.gaps > 0 && big[k]! < -1.25 + o.gaps * 2 && rnd.next() > 0.45) continue
    const b = Math.floor(clamp(t + 0.07 * rnd.normal(), 0, 0.999) * BUCKETS)
    order[b]!.push(k)
  }
  for (const bucket of order)
    for (const k of bucket) {
      const i = k % m.w
      const j = (k - i) / m.w
      const [nx, ny] = [r.nx[k]!, r.ny[k]!]
      const push = f.size * pass.out * rnd.next()
      const x = m.x0 + i + nx * push + rnd.normal() * f.size * 0.32
      const y = m.y0 + j + ny * push + rnd.normal() * f.size * 0.28
      const size = pass.size * f.size * rnd.range(0.55, 1.25)
      const turn = Math.atan2(ny, nx + 1e-3) + Math.PI / 2 + rnd.normal() * 0.66
      let t = tone[k]! + pass.dt + rnd.normal() * 0.11
      t = (Math.round(t * 4 + rnd.normal() * 0.12) / 4) * 0.7 + t * 0.3
      t = clamp(t, 0.02, 0.98)
      const hue = clamp(0.5 + 0.3 * big[k]! + 0.13 * rnd.normal())
      dab(s.pic, x, y, size, size * 0.62, turn, air(s, mix(look(o.a, t), look(o.b, t), hue), o.depth))
    }
}
