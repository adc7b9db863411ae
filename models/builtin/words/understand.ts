import type { Kind } from '../kinds.ts'
import type { Mood } from '../scene.ts'
import type { Found } from './find.ts'
import { findWords } from './find.ts'
import type { Concept, Sort } from './lexicon.ts'
import { isSort } from './lexicon.ts'

export { type KnownWord, knownWords } from './lexicon.ts'

export type Understanding = {
  mood: Mood
  /** Kinds that the words name, first named first. */
  wanted: Kind[]
  /** Ids of the concepts named: the reader's second input. */
  tokens: number[]
  /** `means` names the concepts, comma separated; a denied word (`no snow`) means `not snow`. */
  words: { text: string; means: string }[]
  unknown: string[]
}

/** Reads a panel's prompt; the board's style line only fills what the prompt leaves open of the mood. */
export const understand = (prompt: string, style: string): Understanding => {
  const found = findWords(prompt)
  const named = meanings(found)
  const mood = moodOf(found, moodOf(findWords(style), { hour: null, season: null, weather: null }))
  return {
    mood,
    wanted: unique(named.filter(isSort('kind')).map(({ name }) => name)),
    tokens: unique(named.map(({ id }) => id)),
    words: found.flatMap(({ text, entry, denied }) =>
      entry
        ? [{ text, means: `${denied ? 'not ' : ''}${entry.means.map(({ name }) => name).join(', ')}` }]
        : [],
    ),
    unknown: unique(found.flatMap(({ text, entry }) => (entry ? [] : [text]))),
  }
}

const unique = <T>(list: T[]): T[] => [...new Set(list)]

/** A thing named and denied (`a hill, no trees`) is not there, wherever it was named. */
const meanings = (found: Found[]): Concept[] => {
  const denied = new Set(found.flatMap(({ entry, denied }) => (entry && denied ? entry.means : [])))
  return found
    .flatMap(({ entry, denied: no }) => (entry && !no ? entry.means : []))
    .filter((one) => !denied.has(one))
}

const moodOf = (found: Found[], otherwise: Mood): Mood => {
  const said = meanings(found)
  const hinted = found.flatMap(({ entry, denied }) => (entry && !denied ? entry.hints : []))
  const first = <S extends Sort>(sort: S) => said.find(isSort(sort)) ?? hinted.find(isSort(sort))
  return {
    hour: first('hour')?.name ?? otherwise.hour,
    season: first('season')?.name ?? otherwise.season,
    weather: first('weather')?.name ?? (clearedUp(found) ? 'clear' : otherwise.weather),
  }
}

const badWeather = new Set(['rain', 'storm', 'snow', 'fog', 'cloudy', 'cumulus', 'stormcloud'])

/** `no rain`, `without a cloud`: the sky is clear. */
const clearedUp = (found: Found[]): boolean =>
  found.some(({ entry, denied }) => denied && entry?.means.some(({ name }) => badWeather.has(name)))
