import { clamp, hex, look, mix, type RGB } from '../core/colour.ts'
import { cover, type Path } from '../core/mask.ts'
import { hash, rand } from '../core/rand.ts'
import { addLamp, depthAt, formOf, lay, type Studio } from '../core/studio.ts'
import { boxOf } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { extended, profile, spanOf, under } from '../read/profile.ts'
import { silhouette } from '../read/silhouette.ts'

type Block = { x0: number; x1: number; top: number; bottom: number; paths: Path[] }

/** A skyline's steps are its buildings: a new one wherever the roof line jumps. */
function blocksOf(s: Studio, p: Placed): Block[] {
  // Half-drawn towers (three sides) count as closed ones when they are many.
  const tall = (b: { x0: number; x1: number; y0: number; y1: number }) => b.x1 - b.x0 < s.w * 0.3
  const closed = p.thing.lines.filter(
    (l) => l.closed || (tall(l.box) && l.box.y1 - l.box.y0 > 0.5 * (l.box.x1 - l.box.x0)),
  )
  const bottom = Math.max(s.horizon + 3 * s.u, p.thing.box.y1)
  if (closed.length > 1) {
    const shapes = p.thing.lines.flatMap((l) => silhouette([l]))
    return shapes.map((path) => {
      const b = boxOf(path)
      return { x0: b.x0, x1: b.x1, top: b.y0, bottom: b.y1, paths: [path] }
    })
  }
  const raw = profile(
    p.thing.lines.map((l) => l.path),
    s.w,
  )
  const top = closed.length === 1 ? raw : extended(raw, s.w * 0.08)
  const span = spanOf(top)
  if (!span) return []
  const cuts = [span[0]]
  const reach = Math.max(2, Math.round(3 * s.u))
  for (let x = span[0] + reach; x < span[1] - reach; x++) {
    const jump = Math.abs(top[x + reach]! - top[x - reach]!)
    if (jump > s.h * 0.022 && x - cuts.at(-1)! > 8 * s.u) {
      // The sharpest column of the jump.
      let best = x
      for (let k = x; k < Math.min(x + 2 * reach, span[1]); k++)
        if (Math.abs(top[k + 1]! - top[k]!) > Math.abs(top[best + 1]! - top[best]!)) best = k
      cuts.push(best + 1)
      x = best + reach
    }
  }
  cuts.push(span[1] + 1)
  const out: Block[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [x0, x1] = [cuts[i]!, cuts[i + 1]!]
    const part = new Float32Array(s.w).fill(Number.NaN)
    let high = Infinity
    for (let x = x0; x < x1; x++) {
      part[x] = top[x]!
      high = Math.min(high, top[x]!)
    }
    const path = under(part, bottom)
    // Half a column on each side closes the seam to the neighbour.
    out.push({
      x0,
      x1,
      top: high,
      bottom,
      paths: [path.map((v, k) => (k % 2 ? v : v <= x0 + 1 ? v - 0.5 : v >= x1 - 1 ? v + 0.5 : v))],
    })
  }
  return out
}

const FACES = ['#8a98b0', '#a4a8b4', '#7c88a4', '#b4aca8', '#94a0ac', '#9c94a0']

/** One building: a lit side and a shaded side, floors of windows, some of them lit at night. */
export function paintBlock(s: Studio, b: Block, key: string, depth: number, tint: RGB | null) {
  const m = cover(b.paths, s.w, s.h)
  if (!m) return
  const r = rand(hash(s.seed, key, 'block'))
  const lampSeed = hash(s.seed, s.variation, key)
  const face = tint ? mix(hex(r.pick(FACES)), tint, 0.55) : hex(r.pick(FACES))
  const w = b.x1 - b.x0
  const side = Math.sign(s.light[0]) || 1
  const corner = side > 0 ? b.x0 + w * 0.26 : b.x1 - w * 0.26
  const lit = s.script.lit(face, 0.82)
  const dark = s.script.lit(mix(face, hex('#2a3460'), 0.3), 0.15)
  const cell = clamp(w / Math.max(2, Math.round(w / (9 * s.u))), 5 * s.u, 16 * s.u)
  const floor = cell * r.range(1.05, 1.4)
  const style = r.int(3)
  const glass = mix(look(s.script.sky, 0.8), s.script.lit(hex('#3a4c6c'), 0.5), 0.55)
  const warm: RGB[] = [hex('#ffd68a'), hex('#fff0c0'), hex('#a8d4ff')]
  const haze = s.script.haze
  const on = s.script.lamps * 0.42
  const fine = cell > 4.5
  lay(s, m, (x, y, out) => {
    const shaded = side > 0 ? x < corner : x > corner
    const wall = shaded ? dark : lit
    const v = clamp((y - b.top) / Math.max(b.bottom - b.top, 1))
    const i = Math.floor((x - b.x0) / cell)
    const j = Math.floor((y - b.top) / floor)
    const fx = (x - b.x0) / cell - i
    const fy = (y - b.top) / floor - j
    const window =
      fine &&
      j > 0 &&
      (style === 0
        ? fx > 0.2 && fx < 0.8 && fy > 0.25 && fy < 0.75
        : style === 1
          ? fy > 0.3 && fy < 0.78 && fx > 0.06
          : fx > 0.28 && fx < 0.72)
    const k = 0.94 + 0.12 * (1 - v)
    const lamp = window && (hash(lampSeed, i, j) % 1000) / 1000 < on * (hash(lampSeed, j) % 8 === 0 ? 2 : 1)
    const c = lamp ? warm[hash(lampSeed, i, j, 7) % 3]! : window ? glass : wall
    const d = lamp ? depth * 0.35 : clamp(depth + 0.22 * v * v)
    for (let q = 0; q < 3; q++) {
      const own = c[q]! * (lamp ? 0.95 : k)
      out[q] = own + (haze[q]! - own) * d
    }
    return 1
  })
}

export function paintSkyline(s: Studio, p: Placed) {
  const blocks = blocksOf(s, p)
  const depth = clamp(0.14 * (0.5 + 0.5 * s.script.air), 0, 0.85)
  const most = Math.max(1, ...blocks.map((b) => b.bottom - b.top))
  const r = formOf(s, p.thing.key)
  blocks.forEach((b, i) => {
    const tall = b.bottom - b.top
    // Low blocks in a row of tall ones stand farther back.
    const distance = 0.34 * (1 - tall / most) * r.range(0.5, 1)
    if (r.chance(0.4) && tall > 50 * s.u)
      mast(s, (b.x0 + b.x1) / 2 + r.range(-0.2, 0.2) * (b.x1 - b.x0), b.top, r.range(8, 18) * s.u, depth)
    paintBlock(s, b, `${p.thing.key}/${i}`, depth + distance, p.thing.tint)
  })
}

function mast(s: Studio, x: number, y: number, high: number, depth: number) {
  const c = mix(s.script.lit(hex('#4c5878'), 0.3), s.script.haze, depth)
  const m = cover(
    [[x - 0.7 * s.u, y, x + 0.7 * s.u, y, x + 0.3 * s.u, y - high, x - 0.3 * s.u, y - high]],
    s.w,
    s.h,
  )
  if (m)
    lay(s, m, (_, __, out) => {
      out.set(c)
      return 1
    })
  if (s.script.lamps > 0.5) addLamp(s, x, y - high, 7 * s.u, hex('#ff5a4a'), 0.9)
}

/** A single tall building or mast that stands by itself. */
export function paintTower(s: Studio, p: Placed) {
  const b = p.thing.box
  const slim = b.x1 - b.x0 < (b.y1 - b.y0) * 0.16
  const depth = clamp(depthAt(s, b.y1) + 0.05)
  if (p.paths.length === 0) return
  paintBlock(
    s,
    { x0: b.x0, x1: b.x1, top: b.y0, bottom: b.y1, paths: p.paths },
    p.thing.key,
    depth,
    p.thing.tint,
  )
  if (!slim) return
  if (s.script.lamps > 0.4) addLamp(s, (b.x0 + b.x1) / 2, b.y0, 12 * s.u, hex('#ff5a4a'), 1)
}
