import { clamp, hex, look, mix } from '../core/colour.ts'
import { cover, type Path } from '../core/mask.ts'
import { hash } from '../core/rand.ts'
import { depthAt, formOf, grain, lay, type Studio } from '../core/studio.ts'
import { soilTones } from '../land/ground.ts'
import { footTufts } from '../land/tufts.ts'
import { widened } from '../read/bands.ts'
import type { Placed } from '../read/plan.ts'

/** A free-standing wall: courses of stones or blocks, each a little different, moss towards the foot. */
export function paintWall(s: Studio, p: Placed) {
  const b = p.thing.box
  let paths: Path[] = p.paths
  if (paths.length === 0) {
    const long = p.thing.lines.toSorted((a, c) => c.length - a.length)[0]!
    paths = [widened(long.path, () => 6 * s.u, false)]
  }
  const m = cover(paths, s.w, s.h)
  if (!m) return
  const r = formOf(s, p.thing.key)
  const h = b.y1 - b.y0
  const depth = depthAt(s, b.y1)
  const c = p.thing.tint
    ? mix(hex('#b4aca0'), p.thing.tint, 0.6)
    : hex(r.pick(['#b4aca0', '#a8a4a4', '#c8b498']))
  const course = clamp(h / Math.max(3, Math.round(h / (13 * s.u))), 5 * s.u, 40 * s.u)
  const table = s.script.tones([
    mix(c, hex('#2c2840'), 0.62),
    mix(c, hex('#5c5468'), 0.35),
    c,
    mix(c, [1, 0.97, 0.9], 0.45),
  ])
  const seed = hash(s.seed, p.thing.key)
  const moss = s.script.lit(hex('#5a7a44'), 0.5)
  const haze = s.script.haze
  lay(s, m, (x, y, out) => {
    const wob = 0.6 * s.u * grain(s, x, y, 12, 12, 4)
    const row = Math.floor((y - b.y0 + wob) / course)
    const fy = (y - b.y0 + wob) / course - row
    const width = course * (1.5 + 0.7 * ((hash(seed, row) % 100) / 100))
    const shift = (hash(seed, row, 1) % 100) / 100
    const i = Math.floor((x + wob) / width + shift)
    const fx = (x + wob) / width + shift - i
    const joint = fy < 0.09 || fx < 0.05
    const own = 0.56 + 0.22 * ((hash(seed, row, i) % 100) / 100 - 0.5)
    const t = joint ? 0.16 : own + 0.2 * (fy < 0.22 ? 1 : 0) - 0.12 * fy + 0.06 * grain(s, x, y, 9, 7, 3)
    const q = look(table, clamp(t))
    const wet = clamp((y - b.y1 + h * 0.3) / (h * 0.3)) * clamp(0.5 + 0.5 * grain(s, x, y, 40, 20, 6))
    for (let k = 0; k < 3; k++) {
      const v = q[k]! + (moss[k]! - q[k]!) * wet * 0.5
      out[k] = v + (haze[k]! - v) * depth
    }
    return 1
  })
  if (s.script.snowy) {
    const snow = look(soilTones(s, 'snow'), 0.86)
    lay(s, m, (_, y, out) => {
      out.set(snow)
      return y < b.y0 + Math.min(h * 0.2, 6 * s.u) ? 0.9 : 0
    })
  }
  footTufts(s, p.thing.key, b.x0, b.x1, b.y1)
}
