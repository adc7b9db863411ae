import { clamp, hex, mix, type RGB } from '../core/colour.ts'
import { cover, type Path } from '../core/mask.ts'
import { depthAt, formOf, grain, mass, type Studio, touchOf } from '../core/studio.ts'
import type { Placed } from '../read/plan.ts'
import { frontness, paintFlowers, paintGrass } from './grass.ts'
import { grassTones, soilTones } from './ground.ts'

/** A patch of flowers: where they were drawn, in their pen's colour, denser than the meadow's own. */
export function paintFlowerPatch(s: Studio, p: Placed) {
  if (s.script.season === 'winter' || s.script.snowy) return
  const b = p.thing.box
  const pad = 8 * s.u
  const ring: Path = [b.x0 - pad, b.y0, b.x1 + pad, b.y0, b.x1 + pad, b.y1 + pad, b.x0 - pad, b.y1 + pad]
  const m = cover(
    p.paths.length > 0 && (b.x1 - b.x0) * (b.y1 - b.y0) > 900 * s.u * s.u ? p.paths : [ring],
    s.w,
    s.h,
  )
  if (!m) return
  const r = formOf(s, p.thing.key)
  const colours: RGB[] = p.thing.tint
    ? [p.thing.tint, mix(p.thing.tint, [1, 1, 1], 0.35), mix(p.thing.tint, [1, 1, 1], 0.6)]
    : r
        .pick([
          ['#ffffff', '#ffe45c', '#fff2b0'],
          ['#f088b0', '#ffc4d8', '#ffffff'],
          ['#9a7ce0', '#c4b0f4', '#f0e8ff'],
          ['#f06a4c', '#ffa878', '#ffe0c0'],
        ])
        .map(hex)
  const [a, c] = grassTones(s)
  paintGrass(s, p.thing.key, m, { a, b: c, tone: 0.46, far: 3, near: 24, lean: 0.2, density: 0.7 })
  paintFlowers(s, p.thing.key, m, {
    petals: colours.map((q) => s.script.lit(q, 0.95)),
    heart: s.script.lit(hex('#e8b020'), 0.9),
    size: 6.4,
    drift: -0.7,
    density: 1.3,
  })
}

/** A closed field or lawn: crop rows that run to the horizon. */
export function paintField(s: Studio, p: Placed) {
  const m = cover(p.paths, s.w, s.h)
  if (!m) return
  const o = touchOf(s, p.thing.key).range(1, 60)
  const snowy = s.script.snowy
  const table = soilTones(s, snowy ? 'snow' : 'crop', p.thing.tint)
  const vx = s.w / 2 + formOf(s, p.thing.key).range(-0.4, 0.4) * s.w
  mass(
    s,
    m,
    table,
    (x, y) => {
      const z = Math.max(y - s.horizon + 6 * s.u, 2)
      const row = Math.sin((((x - vx) / z) * 26) / 1)
      const f = frontness(s, y)
      const fine = clamp(z / (60 * s.u))
      return 0.62 - 0.12 * f + 0.09 * grain(s, x, y, 130, 16, o) + (snowy ? 0.04 : 0.11) * row * fine
    },
    { depth: (_, y) => depthAt(s, y), steps: 5, brush: 0.04 },
  )
}
