import type { Hour, Mood, Season, Weather } from '../../scene.ts'
import type { Vector } from '../core/studio.ts'
import type { Thing } from '../read/things.ts'

export type Choice = { hour: Hour; season: Season; weather: Weather }

/** What the words leave open is decided by what is drawn. */
export function chooseMood(mood: Mood, things: Thing[], h: number): Choice {
  const has = (kind: string) => things.some((t) => t.kind === kind)
  const sun = things.find((t) => t.kind === 'sun')
  const low = sun && sun.box.y1 > h * 0.42
  const warm = sun?.tint && sun.tint[0] > 0.7 && sun.tint[1] < 0.62
  const hour = mood.hour ?? (has('moon') || has('stars') ? 'night' : low || warm ? 'golden' : 'noon')
  const weather = mood.weather ?? (has('stormcloud') && !has('cumulus') ? 'cloudy' : 'clear')
  const season = mood.season ?? (mood.weather === 'snow' ? 'winter' : has('cherry') ? 'spring' : 'summer')
  return { hour, season, weather }
}

const unit = (x: number, y: number, z: number): Vector => {
  const d = Math.hypot(x, y, z)
  return [x / d, y / d, z / d]
}

/** Towards the light: the drawn sun or moon, else where such an hour has it. */
export function lightOf(things: Thing[], w: number, h: number, height: number, side: number): Vector {
  const source = things.find((t) => t.kind === 'sun') ?? things.find((t) => t.kind === 'moon')
  if (!source) return unit(0.62 * side, -(0.2 + 0.52 * height), 0.48)
  const x = (source.box.x0 + source.box.x1) / 2 / w - 0.5
  const y = (source.box.y0 + source.box.y1) / 2 / h
  // A light in mid-picture still comes from one side, or every form would be flat.
  const across = Math.sign(x || 1) * Math.max(Math.abs(x) * 1.7, 0.4)
  return unit(across, -(0.75 - 0.6 * Math.min(y, 1)), 0.48)
}
