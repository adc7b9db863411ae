import type { Hour, Season, Weather } from '../../scene.ts'
import {
  clamp,
  even,
  hex,
  luma,
  mix,
  type Ramp,
  type RGB,
  ramp,
  type Stop,
  scale,
  times,
} from '../core/colour.ts'
import { rand } from '../core/rand.ts'
import { type HourLight, hourLights } from './hours.ts'
import { type WeatherLight, weatherLights } from './weathers.ts'

/** The colour script of one picture: every colour that the painter uses has gone through it. */
export type Script = {
  hour: Hour
  season: Season
  weather: Weather
  /** Snow lies. */
  snowy: boolean
  wet: boolean
  sky: Ramp
  key: RGB
  shade: RGB
  haze: RGB
  /** Multiplies the air between things. */
  air: number
  /** Strength of direct light and of cast shadows. */
  direct: number
  lamps: number
  sunHeight: number
  bloom: number
  threshold: number
  saturation: number
  contrast: number
  cloud: Ramp
  /** Local colours (dark to light) under this light. */
  tones(colours: readonly (string | RGB)[], gain?: number): Ramp
  /** A flat surface's colour, from shade (0) to full light (1). */
  lit(colour: RGB, k: number): RGB
}

function pullTo(stops: Stop[], l: number): RGB {
  for (let i = 1; i < stops.length; i++) {
    const [p0, c0] = stops[i - 1]!
    const [p1, c1] = stops[i]!
    if (l <= p1) return mix(c0, c1, (l - p0) / (p1 - p0))
  }
  return stops.at(-1)![1]
}

/** Spring air is milky, autumn air deep, winter air pale. */
const SEASON_AIR: Record<Season, [RGB, number]> = {
  spring: [[0.9, 0.95, 0.99], 0.3],
  summer: [[1, 1, 1], 0],
  autumn: [[0.98, 0.94, 0.86], 0.12],
  winter: [[0.86, 0.92, 0.98], 0.18],
}

/** After dark a cover of cloud shows less: lamps and the last light carry the picture. */
function openedAfterDark(w: WeatherLight, light: HourLight): WeatherLight {
  const dark = light.lamps > 0.6 ? 1 : 0
  return {
    ...w,
    cover: w.cover * (1 - 0.35 * dark),
    air: 1 + (w.air - 1) * (1 - 0.4 * dark),
    gain: w.gain + (1 - w.gain) * 0.4 * dark,
  }
}

function skyStops(light: HourLight, w: WeatherLight, season: Season, day: number): Stop[] {
  return light.sky.map(([at, c]) => {
    const closed = times(mix(light.cover[0], light.cover[1], at ** 1.3), w.cast)
    const [airs, k] = SEASON_AIR[season]
    const own = mix(c, airs, k * day * (0.5 + 0.5 * at))
    return [at, mix(own, closed, w.cover)]
  })
}

const grey = (c: RGB, k: number): RGB => {
  const l = luma(c)
  return mix([l, l, l], c, k)
}

/** Variations shift the light a little: warmer, cooler, hazier; never the hour itself. */
function varied(light: HourLight, variation: number, seed: number): HourLight {
  if (variation === 0) return light
  const r = rand(seed ^ (variation * 7919))
  const warm = r.range(-0.05, 0.05)
  const cast: RGB = [1 + warm, 1 + warm * 0.1, 1 - warm]
  const lift = r.range(-0.05, 0.09)
  return {
    ...light,
    key: times(light.key, cast),
    sky: light.sky.map(([at, c]) => [clamp(at + (at > 0 && at < 1 ? lift : 0)), times(c, cast)]),
    pull: clamp(light.pull + r.range(-0.06, 0.06)),
    bloom: light.bloom * r.range(0.85, 1.25),
    saturation: light.saturation * r.range(0.96, 1.05),
  }
}

export function makeScript(
  hour: Hour,
  season: Season,
  weather: Weather,
  variation: number,
  seed: number,
): Script {
  const light = varied(hourLights[hour], variation, seed)
  const w = openedAfterDark(weatherLights[weather], light)
  const snowy = season === 'winter' || weather === 'snow'
  const sky = ramp(skyStops(light, w, season, hour === 'noon' || hour === 'morning' ? 1 : 0.15))
  const closed = times(mix(light.cover[0], light.cover[1], 0.8), w.cast)
  const haze = mix(light.haze, closed, w.cover * 0.9)
  const key = grey(mix(light.key, scale(light.cover[1], 1.02), w.cover * 0.7), 0.55 + 0.45 * w.direct)
  const shade = mix(light.shade, scale(closed, 0.8), w.cover * 0.55)
  const grade = (c: RGB, t: number, gain: number): RGB => {
    const level = light.exposure * w.gain
    const local = scale(times(c, mix(mix(shade, [1, 1, 1], 0.62), key, 0.25 + 0.75 * t)), level)
    const l = clamp(luma(c) * gain * (0.55 + 0.45 * level) * (w.gain * 0.5 + 0.5))
    const duo = mix(local, pullTo(light.duo, l), light.pull)
    // Under cloud the lights sink and the darks rise towards the air.
    const flat = mix(duo, times(closed, [0.62, 0.66, 0.72]), 0.12 * w.cover)
    return grey(flat, w.saturation)
  }
  return {
    hour,
    season,
    weather,
    snowy,
    wet: weather === 'rain' || weather === 'storm',
    sky,
    key,
    shade,
    haze,
    air: w.air,
    direct: w.direct * (hour === 'night' ? 0.8 : 1),
    lamps: clamp(light.lamps + (w.cover > 0.8 ? 0.3 * (1 - w.gain) : 0)),
    sunHeight: light.height,
    bloom: light.bloom,
    threshold: light.threshold,
    saturation: light.saturation,
    contrast: hour === 'night' ? 0.07 : w.cover > 0.8 ? 0.03 : 0.06,
    cloud: even(light.cloud.map((c, i, all) => cloudTone(c, i / (all.length - 1), closed, w.cover))),
    tones: (colours, gain = 0.8) =>
      even(colours.map((c, i) => grade(typeof c === 'string' ? hex(c) : c, i / (colours.length - 1), gain))),
    lit: (c, k) => {
      const lamp = mix(
        scale(mix(shade, [1, 1, 1], 0.16), 0.72),
        scale(key, 1.03),
        1 - (1 - k) * (0.35 + 0.65 * w.direct),
      )
      const local = scale(times(c, lamp), light.exposure * w.gain)
      return grey(mix(local, pullTo(light.duo, clamp(luma(local) * 1.1)), light.pull * 0.45), w.saturation)
    },
  }
}

function cloudTone(c: RGB, t: number, closed: RGB, cover: number): RGB {
  const dull = scale(closed, 0.66 + 0.5 * t)
  return mix(c, dull, cover * 0.85)
}
