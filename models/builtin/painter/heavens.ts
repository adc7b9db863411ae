import { hex } from './core/colour.ts'
import { glow } from './core/marks.ts'
import { formOf, type Studio } from './core/studio.ts'
import type { Placed } from './read/plan.ts'
import { paintCloud, paintFarClouds } from './sky/clouds.ts'
import { paintMoon, paintMoonGlow, paintSun, paintSunGlow } from './sky/lights.ts'
import { paintAirs, paintCirrus, paintSky, paintStarAt } from './sky/sky.ts'

const isCloud = (p: Placed) =>
  p.thing.kind === 'cumulus' || p.thing.kind === 'stormcloud' || p.thing.kind === 'cirrus'

const round = (p: Placed) => {
  const b = p.thing.box
  return { x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2, radius: Math.max(b.x1 - b.x0, b.y1 - b.y0, 4) / 2 }
}

/** The open sky: gradient, high cloud, stars, glows of sun and moon. */
export function paintHeavens(s: Studio, placed: Placed[]) {
  const sky = placed.find((p) => p.thing.kind === 'sky')
  paintSky(s, sky?.thing.tint ?? null)
  const cloudy = placed.some(isCloud)
  if (s.script.air < 1.3) paintAirs(s)
  for (const p of placed) {
    const { x, y, radius } = round(p)
    if (p.thing.kind === 'sun') paintSunGlow(s, x, y, radius)
    if (p.thing.kind === 'moon') paintMoonGlow(s, x, y, radius)
    if (p.thing.kind === 'stars')
      for (const l of p.thing.lines)
        paintStarAt(
          s,
          (l.box.x0 + l.box.x1) / 2,
          (l.box.y0 + l.box.y1) / 2,
          Math.max(l.box.x1 - l.box.x0, l.box.y1 - l.box.y0),
        )
  }
  const low = s.script.hour === 'golden' || s.script.hour === 'dawn' || s.script.hour === 'dusk'
  if (low && s.script.direct > 0.5 && !placed.some((p) => p.thing.kind === 'sun'))
    glow(
      s.pic,
      s.w * (0.5 + 0.38 * Math.sign(s.light[0])),
      s.horizon,
      300 * s.u,
      hex('#ffc070'),
      0.5,
      150 * s.u,
    )
  if (!cloudy && s.script.weather === 'clear') paintFarClouds(s)
}

/** Sun, moon and clouds, in their order. */
export function paintInSky(s: Studio, p: Placed) {
  const { thing } = p
  const { x, y, radius } = round(p)
  if (thing.kind === 'sun') paintSun(s, x, y, radius, p.paths, thing.tint)
  if (thing.kind === 'moon') paintMoon(s, x, y, radius, p.paths, thing.tint)
  if (thing.kind === 'cirrus') {
    const b = thing.box
    const h = Math.max((b.y1 - b.y0) * 0.75, 9 * s.u)
    paintCirrus(s, {
      y,
      height: h,
      colour: s.script.lit([1, 1, 1], 1),
      k: 0.95,
      sx: 200,
      sy: 14,
      angle: 0,
      o: formOf(s, thing.key).range(1, 60),
      x0: b.x0,
      x1: b.x1,
    })
  }
  if (thing.kind === 'cumulus' || thing.kind === 'stormcloud') {
    const grey = thing.tint && Math.max(...thing.tint) - Math.min(...thing.tint) > 0.25 ? thing.tint : null
    paintCloud(s, thing.key, p.paths, {
      depth: 0.03,
      dark: thing.kind === 'stormcloud' ? 0.2 : 0,
      tint: grey,
    })
  }
}
