import { clamp, hex, look, mix, type RGB } from '../core/colour.ts'
import { dab, facet } from '../core/marks.ts'
import { addLamp, formOf, grain, lay, type Studio, touchOf } from '../core/studio.ts'
import { rowsOf } from '../sky/sky.ts'
import { leafTones } from '../trees/broadleaf.ts'

/** Fine streaks in two depths, brighter before lamps, and splashes on the ground. */
export function paintRain(s: Studio) {
  const r = touchOf(s, 'rain')
  const storm = s.script.weather === 'storm'
  const lean = storm ? 0.3 : 0.15
  const c = mix(s.script.haze, [1, 1, 1], 0.35)
  for (const [n, length, a] of [
    [storm ? 1500 : 1000, 13, 0.2],
    [storm ? 420 : 280, 30, 0.28],
  ] as const)
    for (let i = 0; i < n; i++) {
      const x = r.range(0, s.w * 1.1)
      const y = r.range(-20 * s.u, s.h)
      const q = length * s.u * r.range(0.6, 1.3)
      const w = 0.55 * s.u
      facet(
        s.pic,
        [x - w, y, x + w, y, x - q * lean + w * 0.4, y + q, x - q * lean - w * 0.4, y + q],
        c,
        a * r.range(0.4, 1),
      )
    }
  for (let i = 0; i < 130; i++) {
    const v = r.next() ** 0.8
    const y = s.horizon + (s.h - s.horizon) * v
    const size = (0.8 + 3.4 * v) * s.u
    dab(s.pic, r.range(0, s.w), y, size * 1.5, Math.max(size * 0.28, 0.5), 0, c, 0.2)
  }
}

export function paintSnowfall(s: Studio) {
  const r = touchOf(s, 'snowfall')
  const c = mix(s.script.haze, [1, 1, 1], s.script.hour === 'night' ? 0.72 : 0.9)
  for (let i = 0; i < 420; i++) {
    const size = (r.range(0.5, 1.25) + (r.chance(0.07) ? r.range(0.6, 2.8) : 0)) * s.u
    dab(s.pic, r.range(0, s.w), r.range(0, s.h), size, size, 0, c, r.range(0.45, 0.9))
  }
}

/** Air that thickens to the horizon; in fog in drifting sheets, over everything. */
export function paintHaze(s: Studio) {
  const { weather, haze } = s.script
  const fog = weather === 'fog'
  const k = { clear: 0.12, cloudy: 0.16, rain: 0.3, storm: 0.24, snow: 0.28, fog: 0.62 }[weather]
  const reach = (fog ? 0.3 : 0.09) * s.h
  const o = touchOf(s, 'haze').range(1, 60)
  lay(s, rowsOf(s, s.horizon - reach * 2.2, s.horizon + reach * 2.4), (x, y, out) => {
    out.set(haze)
    const v = (y - s.horizon + reach * 0.1) / reach
    const sheet = fog ? 0.72 + 0.3 * grain(s, x, y, 420, 46, o) : 1 + 0.3 * grain(s, x, y, 220, 30, o)
    return clamp(k * Math.exp(-v * v) * sheet, 0, 0.85)
  })
  if (!fog) return
  lay(s, rowsOf(s, 0, s.h), (x, y, out) => {
    out.set(haze)
    return clamp(0.16 + 0.12 * grain(s, x, y, 520, 80, o + 4), 0, 0.4)
  })
}

/** What the air carries: petals in spring, leaves in autumn, fireflies on summer nights. */
export function paintDrift(s: Studio, kinds: ReadonlySet<string>) {
  const r = touchOf(s, 'drift')
  const petals = kinds.has('cherry') && s.script.season !== 'autumn' && !s.script.snowy
  const leaves =
    s.script.season === 'autumn' && (kinds.has('broadleaf') || kinds.has('cherry') || kinds.has('forest'))
  if (!petals && !leaves) return
  const [a, b] = petals
    ? [leafTones(s, 'sakura'), leafTones(s, 'sakura2')]
    : [leafTones(s, 'red'), leafTones(s, 'gold')]
  const n = petals ? 150 : 44
  for (let i = 0; i < n; i++) {
    const size = (petals ? r.range(0.7, 2) : r.range(1.3, 3.2)) * s.u
    const c: RGB = mix(look(a, r.range(0.5, 0.95)), look(b, r.range(0.5, 0.95)), r.next())
    dab(s.pic, r.range(0, s.w), s.h * r.range(0.12, 0.97), size, size * 0.5, r.range(0, 3.1), c, 0.95)
  }
  // On the ground they lie flat and thick.
  for (let i = 0; i < n * 2; i++) {
    const v = r.next() ** 0.75
    const y = s.horizon + (s.h - s.horizon) * (0.12 + 0.86 * v)
    const size = (0.5 + 1.7 * v) * s.u
    dab(
      s.pic,
      r.range(0, s.w),
      y,
      size,
      size * 0.42,
      r.normal() * 0.3,
      mix(look(a, r.range(0.4, 0.9)), look(b, r.range(0.4, 0.9)), r.next()),
      0.8,
    )
  }
}

/** One fork of lightning in a stormy sky, by variation. */
export function paintLightning(s: Studio) {
  const r = formOf(s, `lightning/${s.variation}`)
  if (s.script.weather !== 'storm') return
  let x = s.w * r.range(0.2, 0.8)
  let y = s.horizon * 0.12
  const c = hex('#f0f0ff')
  addLamp(s, x, y + s.horizon * 0.3, 120 * s.u, hex('#8a94e0'), 0.4, 200 * s.u)
  while (y < s.horizon * 0.98) {
    const [nx, ny] = [x + r.normal() * 10 * s.u, y + r.range(8, 22) * s.u]
    const w = 1.1 * s.u
    facet(s.pic, [x - w, y, x + w, y, nx + w * 0.9, ny, nx - w * 0.9, ny], c, 0.95)
    if (r.chance(0.16)) {
      const [bx, by] = [nx + r.normal() * 30 * s.u, ny + r.range(20, 50) * s.u]
      facet(s.pic, [nx - w * 0.6, ny, nx + w * 0.6, ny, bx, by], c, 0.6)
    }
    ;[x, y] = [nx, ny]
  }
}
