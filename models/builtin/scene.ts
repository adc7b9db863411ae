import type { Stroke } from '../generator.ts'
import type { Kind } from './kinds.ts'

export const hours = ['dawn', 'morning', 'noon', 'golden', 'dusk', 'night'] as const
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
export const weathers = ['clear', 'cloudy', 'rain', 'storm', 'snow', 'fog'] as const
export type Hour = (typeof hours)[number]
export type Season = (typeof seasons)[number]
export type Weather = (typeof weathers)[number]

/** A stroke and what it was read as. Strokes with the same `object` make one thing (trunk and crown of one tree). */
export type Mark = { stroke: Stroke; kind: Kind; object: number; sure: number }

/** The light and season that the words ask for; null = the words say nothing of it, the painter chooses. */
export type Mood = { hour: Hour | null; season: Season | null; weather: Weather | null }

/** What the painter paints: the reader's (or a person's) reading of one panel. Panel units as in `Layout`. */
export type Scene = {
  width: number
  height: number
  marks: Mark[]
  mood: Mood
  /** Kinds that the words name, whether drawn or not: `snow village` asks for houses. */
  wanted: Kind[]
}
