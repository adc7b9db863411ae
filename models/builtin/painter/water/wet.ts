import { clamp, hex, look } from '../core/colour.ts'
import { blade, stroke } from '../core/marks.ts'
import { cover, maskAt } from '../core/mask.ts'
import { air, depthAt, grain, lay, type Studio, touchOf } from '../core/studio.ts'
import { frontness } from '../land/grass.ts'
import { soilTones } from '../land/ground.ts'
import type { Placed } from '../read/plan.ts'
import { spanOf } from '../read/profile.ts'
import { paintBanks } from './banks.ts'
import { DEEP, paintWater } from './water.ts'

/** The sun or moon whose road lies on the water. */
function glintOf(s: Studio, plan: Placed[]): { x: number; k: number } | null {
  const source = plan.find((p) => p.thing.kind === 'sun' || p.thing.kind === 'moon')
  const low = s.script.sunHeight < 0.3
  const night = s.script.hour === 'night'
  if (!source)
    return low && s.script.direct > 0.5 ? { x: s.w * (0.5 + 0.38 * Math.sign(s.light[0])), k: 0.55 } : null
  const b = source.thing.box
  return { x: (b.x0 + b.x1) / 2, k: (low ? 1 : night ? 0.8 : 0.5) * s.script.direct }
}

export function paintOpenWater(s: Studio, p: Placed, all: Placed[]) {
  const kind = p.thing.kind as keyof typeof DEEP
  const m = paintWater(s, {
    key: p.thing.key,
    paths: p.paths,
    tint: p.thing.tint,
    deep: DEEP[kind] ?? DEEP.lake,
    ripple: kind === 'sea' ? 1.1 : kind === 'river' ? 0.75 : 0.62,
    glint: glintOf(s, all),
  })
  if (!m) return
  for (let y = 0; y < m.h; y++)
    for (let x = 0; x < m.w; x++) if (m.a[y * m.w + x]! > 0.5) s.lie[(m.y0 + y) * s.w + m.x0 + x] = 1
  if (kind !== 'sea') paintBanks(s, p.thing.key, p.paths)
}

/** Foam and wet sand where the sea meets a shore painted over it. */
export function paintSurf(s: Studio, p: Placed) {
  const { top } = p
  const span = top && spanOf(top)
  if (!top || !span) return
  const o = touchOf(s, `${p.thing.key}/surf`).range(1, 50)
  const foam = s.script.lit(hex('#ffffff'), 0.95)
  const wet = s.script.lit(hex('#8a7458'), 0.4)
  const y0 = Math.max(0, Math.floor(Math.min(...top.filter((v) => !Number.isNaN(v))) - 40 * s.u))
  const m = {
    x0: span[0],
    y0,
    w: span[1] - span[0] + 1,
    h: s.h - y0,
    a: new Float32Array((span[1] - span[0] + 1) * (s.h - y0)).fill(1),
  }
  lay(s, m, (x, y, out) => {
    const edge = top[x]!
    const k = (3 + 16 * frontness(s, edge)) * s.u
    const d = y - edge - 0.25 * k * grain(s, x, 5, 40, 40, o)
    if (d < -k * 2.4 || d > k * 1.6) return 0
    if (d > 0) {
      out.set(wet)
      return 0.5 * (1 - d / (k * 1.6))
    }
    out.set(foam)
    const lace = grain(s, x, y, 14, 5, o + 3)
    // The last wave's edge, and the one behind it.
    const first = 1 - Math.abs(d + k * 0.2) / (k * 0.35)
    const second = 1 - Math.abs(d + k * 1.7 + 0.3 * k * grain(s, x, 9, 60, 60, o + 5)) / (k * 0.25)
    return clamp(Math.max(first, second * 0.7) + 0.3 * lace) * (first > -0.6 || second > -0.6 ? 1 : 0) * 0.92
  })
}

/** Rows of young rice standing in water, or stubble and snow by season. */
export function paintPaddy(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  const { season } = s.script
  if (s.script.snowy) return
  if (season === 'spring' || season === 'summer')
    paintWater(s, {
      key: p.thing.key,
      paths: p.paths,
      tint: null,
      deep: DEEP.paddy,
      ripple: 0.3,
      glint: null,
    })
  const table =
    season === 'autumn'
      ? s.script.tones(['#8a6a24', '#c89c34', '#ecc85a', '#fff0a8'])
      : s.script.tones(['#1c6a34', '#46a03c', '#94d04c', '#dcf28a'])
  const r = touchOf(s, `${p.thing.key}/rice`)
  const dense = season === 'spring' ? 1 : 1.6
  // Rows run to the middle of the horizon.
  const vx = s.w / 2
  for (let y = m.y0; y < m.y0 + m.h; ) {
    const f = frontness(s, y)
    const step = (1.8 + 11 * f) * s.u
    for (let q = -60; q <= 60; q++) {
      const x = vx + q * step * 2.6 + r.normal() * step * 0.12
      if (x < m.x0 - 4 || x > m.x0 + m.w + 4 || maskAt(m, x, y) < 0.5) continue
      const blades = Math.round(3 + 5 * f * dense)
      for (let k = 0; k < blades; k++) {
        const h = (2.4 + 17 * f) * s.u * r.range(0.6, 1.1) * (season === 'spring' ? 0.75 : 1.15)
        blade(
          s.pic,
          x + r.normal() * step * 0.3,
          y,
          h,
          h * 0.35 * r.normal(),
          Math.max(h * 0.07, 0.5),
          air(s, look(table, clamp(0.5 + 0.17 * r.normal(), 0.03, 0.97)), depthAt(s, y) * 0.7),
        )
      }
    }
    y += step * (season === 'spring' ? 0.95 : 0.6)
  }
  const path = p.paths[0]!
  stroke(s.pic, [...path, path[0]!, path[1]!], 3 * s.u, look(soilTones(s, 'meadow'), 0.55), 0.8)
}
