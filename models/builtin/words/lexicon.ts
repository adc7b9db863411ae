import type { Kind } from '../kinds.ts'
import type { Hour, Season, Weather } from '../scene.ts'
import book from './lexicon.json' with { type: 'json' }

export type Sort = 'kind' | 'hour' | 'season' | 'weather' | 'colour'

/** Something the painter or the reader can act on: `pine`, `dusk`, `red`. Its id is the reader's word token. */
export type Concept = { id: number; name: string; sort: Sort }

/** What a surface form means. `hints` set only what no word says outright: cherries hint at spring. */
export type Entry = { means: Concept[]; hints: Concept[] }

/** Words as listed for people: one line of the lexicon. */
export type KnownWord = { means: string; sort: Sort; en: string[]; ja: string[] }

/** Token 0 is padding, so ids begin at 1. The order is the reader's vocabulary: append only, and retrain. */
export const concepts: readonly Concept[] = Object.entries(book.tokens)
  .flatMap(([sort, names]) => names.split(' ').map((name) => ({ name, sort: sort as Sort })))
  .map((concept, index) => ({ id: index + 1, ...concept }))

const byName = new Map(concepts.map((concept) => [concept.name, concept]))

const conceptsOf = (names: string | undefined) =>
  (names ?? '').split(' ').flatMap((name) => byName.get(name) ?? [])

/**
 * The same word without its plural. It need not be right, only the same for the lexicon and for what is typed:
 * `glasses` and `glass` may differ, `trees` and `tree` may not.
 */
export const singular = (word: string): string => {
  const plain = word.replace(/['’]s?$/, '')
  if (plain === 'leaves') return 'leaf'
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(plain)) return plain.slice(0, -2)
  return plain.length > 3 && /[^sui]s$/.test(plain) ? plain.slice(0, -1) : plain
}

export const englishKey = (words: readonly string[]): string => words.map(singular).join(' ')

/** Katakana are read as hiragana, so that ヤシ and やし are one word. */
export const japaneseKey = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

const split = (forms: string, by: string) => (forms === '' ? [] : forms.split(by))

const entries = book.words.map((word: { means: string; hints?: string; en: string; ja: string }) => ({
  entry: { means: conceptsOf(word.means), hints: conceptsOf(word.hints) } satisfies Entry,
  en: split(word.en, ', '),
  ja: split(word.ja, '、'),
}))

export const english: ReadonlyMap<string, Entry> = new Map(
  entries.flatMap(({ entry, en }) => en.map((form) => [englishKey(form.split(' ')), entry] as const)),
)

export const japanese: ReadonlyMap<string, Entry> = new Map(
  entries.flatMap(({ entry, ja }) => ja.map((form) => [japaneseKey(form), entry] as const)),
)

export const stopWords: ReadonlySet<string> = new Set(book.stop.en.split(' ').map(singular))
export const particles: ReadonlySet<string> = new Set(book.stop.ja.split(' ').map(japaneseKey))
export const negations: ReadonlySet<string> = new Set(book.negation.before.split(' '))
/** Longest first: しかない before ない. */
export const denials: readonly string[] = book.negation.after.split(' ').sort((a, b) => b.length - a.length)

/** Every word that is understood, for a page that lists them. */
export const knownWords = (): KnownWord[] =>
  entries.flatMap(({ entry, en, ja }) => {
    const first = entry.means[0]
    return first ? [{ means: entry.means.map(({ name }) => name).join(', '), sort: first.sort, en, ja }] : []
  })

export const isSort =
  <S extends Sort>(sort: S) =>
  (concept: Concept): concept is Concept & { sort: S; name: NameOf<S> } =>
    concept.sort === sort

type NameOf<S extends Sort> = S extends 'kind'
  ? Kind
  : S extends 'hour'
    ? Hour
    : S extends 'season'
      ? Season
      : S extends 'weather'
        ? Weather
        : string
