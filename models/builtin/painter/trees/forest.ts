import { clamp, type Ramp } from '../core/colour.ts'
import { cover, type Mask, type Path } from '../core/mask.ts'
import type { Puff } from '../core/puffs.ts'
import type { Rand } from '../core/rand.ts'
import { depthAt, formOf, type Studio, touchOf } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { extended, type Profile, profile, spanOf } from '../read/profile.ts'
import { leafPair } from './broadleaf.ts'
import { paintConifer, pineTones } from './conifer.ts'
import { paintLeaves } from './leaves.ts'

/** Crowns in a row under an upper edge; `size` is one crown's height in pixels. */
function crownsUnder(s: Studio, m: Mask, top: Profile, size: number, r: Rand): Puff[] {
  const puffs: Puff[] = []
  for (let row = 0; row * size * 0.62 < m.h + size; row++)
    for (let x = m.x0 - size * 0.3; x < m.x0 + m.w + size * 0.3; x += size * r.range(0.45, 0.85)) {
      const edge = top[Math.round(clamp(x, 0, s.w - 1))]!
      if (Number.isNaN(edge)) continue
      const q = size * r.range(0.34, 0.52)
      const y =
        edge + q * (row === 0 ? 0.85 : 1) + row * size * 0.62 + (row > 0 ? r.normal() * size * 0.1 : 0)
      if (y - q > m.y0 + m.h) continue
      puffs.push({ x, y, rx: q * 1.1, ry: q, z: row * size })
      for (let k = 0; k < 4; k++) {
        const a = r.range(Math.PI * 0.95, Math.PI * 2.05)
        const g = q * r.range(0.32, 0.5)
        puffs.push({
          x: x + q * 0.7 * Math.cos(a),
          y: y + q * 0.62 * Math.sin(a),
          rx: g * 1.1,
          ry: g,
          z: row * size + q * 0.7,
        })
      }
    }
  return puffs
}

/** Far forest along an edge, for fills that nobody drew in detail. */
export function paintTreeLine(
  s: Studio,
  key: string,
  top: Profile,
  height: number,
  depth: number,
  tones: [Ramp, Ramp],
) {
  const r = formOf(s, key)
  const span = spanOf(top)
  if (!span) return
  const path: Path = []
  for (let x = span[0]; x <= span[1]; x++)
    path.push(
      x,
      top[x]! -
        height * (0.35 + 0.35 * Math.abs(Math.sin(x / (height * 0.8) + Math.sin(x / (height * 2.3))))),
    )
  path.push(span[1], top[span[1]]! + 2, span[0], top[span[0]]! + 2)
  const m = cover([path], s.w, s.h)
  if (!m) return
  const raised = top.map((y) => y - height * 0.6)
  paintLeaves(
    s,
    m,
    crownsUnder(s, m, raised, height, r),
    {
      a: tones[0],
      b: tones[1],
      size: Math.max(2.1 * s.u, height * 0.14),
      density: 1,
      tone: 0.44,
      depth,
      under: 0.2,
      gaps: 0,
    },
    touchOf(s, key),
  )
}

function isConifer(s: Studio, p: Placed): boolean {
  // A zigzag edge means firs, a bumpy one means crowns.
  const line = p.thing.lines.toSorted((a, b) => b.length - a.length)[0]!
  let sharp = 0
  let n = 0
  const q = line.path
  for (let i = 4; i + 5 < q.length; i += 2) {
    const a = Math.atan2(q[i + 1]! - q[i - 3]!, q[i]! - q[i - 4]!)
    const b = Math.atan2(q[i + 5]! - q[i + 1]!, q[i + 4]! - q[i]!)
    const turn = Math.abs(((b - a + 3 * Math.PI) % (2 * Math.PI)) - Math.PI)
    n++
    // Upper corners only (y down: the path goes up, then down).
    if (turn > 1.3 && q[i + 1]! < q[i - 3]! && q[i + 1]! < q[i + 5]!) sharp++
  }
  return s.script.snowy || (n > 0 && sharp >= 3 && sharp / n > 0.04)
}

export function paintForest(s: Studio, p: Placed, snow: Ramp | null) {
  const t = p.thing
  const closed = t.lines.filter((l) => l.closed).map((l) => l.path)
  const raw = profile(
    t.lines.map((l) => l.path),
    s.w,
  )
  const span = spanOf(raw)
  if (!span) return
  const top = closed.length > 0 ? raw : extended(raw, s.w * 0.1)
  const high = Math.max(t.box.y1 - t.box.y0, 10 * s.u)
  const bottom =
    closed.length > 0 ? t.box.y1 : Math.max(t.box.y1, Math.min(s.horizon, t.box.y0 + high * 3)) + 3 * s.u
  const full = spanOf(top)!
  const edge: Path = []
  for (let x = full[0]; x <= full[1]; x++) edge.push(x, top[x]!)
  edge.push(full[1] + 1, bottom, full[0] - 1, bottom)
  const m = cover(closed.length > 0 ? closed : [edge], s.w, s.h)
  if (!m) return
  const depth = clamp(depthAt(s, bottom) + 0.06)
  const r = formOf(s, t.key)
  if (isConifer(s, p)) paintFirs(s, m, top, bottom, depth, snow, r)
  else {
    const [a, b] = leafPair(s, 'forest', r, t.tint)
    const size = clamp(m.h * 0.5, 8 * s.u, 70 * s.u)
    paintLeaves(
      s,
      m,
      crownsUnder(s, m, top, size, r),
      {
        a,
        b,
        size: Math.max(2.2 * s.u, size * 0.075),
        density: 1.1,
        tone: 0.42,
        depth,
        under: 0.26,
        gaps: 0.03,
      },
      touchOf(s, t.key),
    )
  }
}

function paintFirs(
  s: Studio,
  m: Mask,
  top: Profile,
  bottom: number,
  depth: number,
  snow: Ramp | null,
  r: Rand,
) {
  const tones: [Ramp, Ramp] = [pineTones(s), pineTones(s)]
  const base = clamp(m.h * 0.7, 12 * s.u, 110 * s.u)
  for (let row = 0; row < 3; row++) {
    for (let x = m.x0; x < m.x0 + m.w; x += base * r.range(0.14, 0.3)) {
      const edge = top[Math.round(clamp(x, 0, s.w - 1))]!
      if (Number.isNaN(edge)) continue
      const up = edge + ((bottom - edge) * row) / 4
      const foot = Math.min(bottom, up + base * r.range(0.75, 1.1))
      const w = (foot - up) * 0.24
      const start = up - (row === 0 ? 0 : base * r.range(0, 0.15))
      paintConifer(
        s,
        {
          x,
          top: start,
          foot,
          half: (y) => [
            ((y - start) / Math.max(foot - start, 1)) * w,
            ((y - start) / Math.max(foot - start, 1)) * w,
          ],
          depth: clamp(depth + 0.05 * (2 - row)),
        },
        tones,
        snow,
        r,
      )
    }
  }
}
