import type { Weather } from '../../scene.ts'
import type { RGB } from '../core/colour.ts'

/** What weather does to an hour's light. */
export type WeatherLight = {
  /** How much of the sky is closed, 0..1. */
  cover: number
  /** How much direct light is left. */
  direct: number
  /** Light level of everything. */
  gain: number
  /** Cast over the closed sky. */
  cast: RGB
  /** Multiplies the air between things. */
  air: number
  saturation: number
}

export const weatherLights: Record<Weather, WeatherLight> = {
  clear: { cover: 0, direct: 1, gain: 1, cast: [1, 1, 1], air: 1, saturation: 1 },
  cloudy: { cover: 0.5, direct: 0.6, gain: 0.97, cast: [1, 1, 1.01], air: 1.15, saturation: 0.94 },
  rain: { cover: 0.86, direct: 0.3, gain: 0.9, cast: [0.84, 0.88, 0.95], air: 1.25, saturation: 0.88 },
  storm: { cover: 1, direct: 0.3, gain: 0.66, cast: [0.5, 0.56, 0.7], air: 1.3, saturation: 0.8 },
  snow: { cover: 0.82, direct: 0.4, gain: 1, cast: [0.96, 0.99, 1.05], air: 1.5, saturation: 0.88 },
  fog: { cover: 0.85, direct: 0.3, gain: 0.98, cast: [1, 1.01, 1.03], air: 3.2, saturation: 0.76 },
}
