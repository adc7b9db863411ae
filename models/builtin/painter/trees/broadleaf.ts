import { blur } from '../core/blur.ts'
import { clamp, hex, mix, type Ramp, type RGB } from '../core/colour.ts'
import { cover, grow, type Mask, type Path } from '../core/mask.ts'
import type { Rand } from '../core/rand.ts'
import { depthAt, formOf, type Studio, shadow, touchOf } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { clumpsIn } from './clumps.ts'
import { paintLeaves } from './leaves.ts'
import { type TreeParts, treeParts } from './parts.ts'
import { paintLimb } from './trunk.ts'

const LEAVES: Record<string, string[]> = {
  summer: ['#0c3a2c', '#1d6a38', '#3f9a3e', '#86c94a', '#d3ec7c'],
  summer2: ['#0d4440', '#1f7a4c', '#55a84a', '#a6d860', '#eef49a'],
  spring: ['#1a4c3a', '#34803f', '#68b04a', '#aada62', '#e8f49a'],
  spring2: ['#24563c', '#4a9448', '#86c258', '#c4e678', '#f4f8b0'],
  red: ['#4a0f18', '#8e1f1c', '#cf3d22', '#f0712c', '#ffb45a'],
  orange: ['#5c2410', '#a84a18', '#e0801e', '#f8b43a', '#ffe88a'],
  gold: ['#6a4412', '#a97a1e', '#dcae34', '#f4d860', '#fff4b0'],
  sakura: ['#8a4a78', '#bd6f9c', '#e596b6', '#f6bccf', '#ffe4ea'],
  sakura2: ['#94568e', '#cc80a8', '#efa8be', '#fccdd6', '#fff0f0'],
  frost: ['#3c5078', '#6a88b4', '#a8c4e4', '#dcebf8', '#ffffff'],
  frost2: ['#46506a', '#7486a4', '#a6bcd8', '#d6e4f4', '#ffffff'],
}

export const leafTones = (s: Studio, name: string, tint: RGB | null = null): Ramp => {
  const frosty = name.startsWith('frost')
  const colours = LEAVES[name]!.map((c) => (tint ? mix(hex(c), towards(hex(c), tint), 0.55) : hex(c)))
  return s.script.tones(colours, frosty ? 1.1 : 0.8)
}

/** The tint at the light of the colour it replaces. */
function towards(c: RGB, tint: RGB): RGB {
  const l = Math.max(...c) / Math.max(Math.max(...tint), 0.2)
  return [clamp(tint[0] * l), clamp(tint[1] * l), clamp(tint[2] * l)]
}

/** Leaf colours of one tree: the season decides, each tree a little by itself. */
export function leafPair(s: Studio, kind: string, r: Rand, tint: RGB | null): [Ramp, Ramp] {
  const pick = r.next()
  let pair: [string, string]
  if (s.script.snowy && kind !== 'evergreen') pair = ['frost', 'frost2']
  else if (kind === 'cherry' && s.script.season !== 'autumn') pair = ['sakura', 'sakura2']
  else if (s.script.season === 'autumn')
    pair =
      pick < 0.34
        ? ['red', 'orange']
        : pick < 0.7
          ? ['orange', 'gold']
          : pick < 0.88
            ? ['red', 'red']
            : ['gold', 'orange']
  else if (s.script.season === 'spring') pair = ['spring', 'spring2']
  else pair = pick < 0.5 ? ['summer', 'summer2'] : ['summer2', 'summer']
  return [leafTones(s, pair[0], tint), leafTones(s, pair[1], tint)]
}

/** Shade does not lie on water. */
function dryOnly(s: Studio, m: Mask) {
  for (let y = 0; y < m.h; y++)
    for (let x = 0; x < m.w; x++) if (s.lie[(m.y0 + y) * s.w + m.x0 + x] === 1) m.a[y * m.w + x] = 0
}

/** The shade that a thing throws on the ground, away from the light. */
export function castShadow(s: Studio, x: number, y: number, width: number, height: number, k = 0.62) {
  const slant = clamp(0.9 - s.script.sunHeight * 0.5, 0.25, 0.9)
  const dx = -Math.sign(s.light[0] || 1) * height * slant * 0.55
  const dy = height * 0.1 + width * 0.1
  const shape: Path = []
  for (let i = 0; i < 24; i++) {
    const a = (i / 24) * 2 * Math.PI
    const wob = 1 + 0.1 * Math.sin(a * 5)
    shape.push(
      x + dx * 0.5 + (width * 0.55 + Math.abs(dx) * 0.5) * Math.cos(a) * wob,
      y + dy * 0.15 + dy * Math.sin(a) * wob,
    )
  }
  const drawn = cover([shape], s.w, s.h)
  if (!drawn) return
  const m = grow(drawn, Math.ceil(8 * s.u), s.w, s.h)
  m.a = blur(m.a, m.w, m.h, 2.4 * s.u)
  dryOnly(s, m)
  shadow(s, m, k)
}

function branches(s: Studio, parts: TreeParts, depth: number, r: Rand, bark: RGB) {
  const [x0, y0, x1, y1] = parts.trunk as [number, number, number, number]
  const lean = r.range(-0.05, 0.05) * (y0 - y1)
  const wide = parts.box.x1 - parts.box.x0
  const high = y0 - y1
  paintLimb(s, [x0, y0, x0 + lean, y0 - high * 0.45, x1, y1], parts.width, parts.width * 0.38, depth, bark)
  for (const [side, at] of [
    [-1, 0.45],
    [1, 0.55],
    [-1, 0.75],
    [1, 0.85],
  ] as const) {
    const [bx, by] = [x0 + lean * at * 1.3, y0 - high * at]
    const reach = wide * r.range(0.16, 0.28)
    paintLimb(
      s,
      [
        bx,
        by,
        bx + side * reach * 0.45,
        by - high * 0.12,
        bx + side * reach,
        by - high * r.range(0.22, 0.36),
      ],
      parts.width * 0.4,
      parts.width * 0.14,
      depth,
      bark,
    )
  }
}

export function paintBroadleaf(s: Studio, p: Placed) {
  const t = p.thing
  const parts = treeParts(s, t)
  if (!parts) return
  const form = formOf(s, t.key)
  const depth = depthAt(s, p.base)
  const foot = parts.trunk[1]!
  const high = foot - parts.box.y0
  castShadow(s, parts.trunk[0]!, foot, parts.box.x1 - parts.box.x0, high)
  const bark = t.kind === 'cherry' ? hex('#806068') : hex(form.pick(['#7a5c46', '#86684e', '#6e5850']))
  branches(s, parts, depth, form, bark)
  const crown = clumpsIn(s, parts.crown, form)
  if (!crown) return
  const [a, b] = leafPair(s, t.kind, form, t.tint)
  const sakura = t.kind === 'cherry'
  paintLeaves(
    s,
    crown.mask,
    crown.puffs,
    {
      a,
      b,
      size: Math.max(high * 0.0158, 2.3 * s.u),
      density: 1.15,
      tone: sakura ? 0.44 : 0.42,
      depth,
      under: 0.3,
      gaps: 0.12,
    },
    touchOf(s, t.key),
  )
}
