import { describe, expect, it } from 'vitest'
import { kinds } from '#models/builtin/kinds.ts'
import { hours, seasons, weathers } from '#models/builtin/scene.ts'
import { concepts } from '#models/builtin/words/lexicon.ts'
import { knownWords, understand } from '#models/builtin/words/understand.ts'

describe('the words of a panel', () => {
  it('reads an English prompt: hour, kinds, plurals, compound words', () => {
    const read = understand('A quiet harbour town at sunset, fishing boats and Lighthouses', '')
    expect(read.mood).toEqual({ hour: 'golden', season: null, weather: null })
    expect(read.wanted).toEqual(['sea', 'boat', 'pier', 'house', 'lighthouse'])
    expect(read.words.map(({ text }) => text)).toEqual([
      'harbour town',
      'sunset',
      'fishing boats',
      'Lighthouses',
    ])
    expect(read.unknown).toEqual(['quiet'])
  })

  it('reads a Japanese prompt by the longest known form', () => {
    const read = understand('夕焼けの港町、静かな桜並木と電柱。入道雲', '')
    expect(read.mood).toEqual({ hour: 'golden', season: 'spring', weather: null })
    expect(read.wanted).toEqual(['sea', 'boat', 'pier', 'house', 'cherry', 'wires', 'cumulus'])
    expect(read.unknown).toEqual(['静かな'])
    expect(understand('雪の村', '').mood).toEqual({ hour: null, season: 'winter', weather: 'snow' })
  })

  it('takes a season that is named over one that is hinted at', () => {
    expect(understand('autumn, a cherry tree', '').mood.season).toBe('autumn')
    expect(understand('秋の桜', '').mood.season).toBe('autumn')
  })

  it('obeys denials in both languages', () => {
    const english = understand('snowy village, no trees or people; it isn’t raining', '')
    expect(english.wanted).toEqual(['house', 'path'])
    expect(english.mood.weather).toBe('snow')
    expect(english.words.map(({ means }) => means)).toContain('not broadleaf')
    const japanese = understand('人のいない校庭、雪なしの冬の山', '')
    expect(japanese.wanted).toEqual(['ground', 'mountain'])
    expect(japanese.mood).toEqual({ hour: null, season: 'winter', weather: 'clear' })
  })

  it('finds no short kana word inside a strange one', () => {
    expect(understand('たかはしの家', '').wanted).toEqual(['house'])
  })

  it('lets the style fill only what the prompt leaves open', () => {
    const read = understand('winter hills', 'summer night, oil paint')
    expect(read.mood).toEqual({ hour: 'night', season: 'winter', weather: null })
    expect(read.wanted).toEqual(['hill'])
    expect(read.unknown).toEqual([])
  })

  it('knows a word in both languages for everything that can be meant', () => {
    const meant = (language: 'en' | 'ja') =>
      new Set(knownWords().flatMap((word) => (word[language].length > 0 ? word.means.split(', ') : [])))
    const wordless = new Set(['detail', 'unknown'])
    for (const name of [...kinds, ...hours, ...seasons, ...weathers].filter((name) => !wordless.has(name))) {
      expect(meant('en'), name).toContain(name)
      expect(meant('ja'), name).toContain(name)
    }
    for (const { en, ja, means } of knownWords()) {
      for (const form of [...en, ...ja]) expect(understand(form, '').words[0]?.means, form).toBe(means)
    }
  })

  it('keeps the reader’s word ids in the order of the kinds', () => {
    expect(concepts.slice(0, kinds.length).map(({ name }) => name)).toEqual([...kinds])
    expect(concepts[0]?.id).toBe(1)
  })

  it('survives any text', () => {
    for (const text of ['', '   ', '🌸🌸', 'Дом у моря', '\u0000', 'ｶﾞ', "'s", 'a'.repeat(5000)])
      understand(text, text)
    expect(understand('🌸', '').words).toEqual([])
  })
})
