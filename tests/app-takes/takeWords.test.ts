import { createInstance, type TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { howMade, rowsAsText } from '#app/takes/howMade.ts'
import { nameMeaning, namesOf } from '#app/takes/nameMeaning.ts'
import { numberOf, sayReason, sayState, sayTime } from '#app/takes/takeWords.ts'
import { words } from '#app/takes/words.ts'
import { TakeId } from '#db/ids.ts'
import { reasons } from '#server/takes/reasons.ts'
import { aTake } from './aTake.ts'

function speak(language: 'en' | 'ja'): TFunction<'takes'> {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    ns: ['takes'],
    defaultNS: 'takes',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { takes: words[language] } },
  })
  return i18n.getFixedT(language, 'takes')
}
const [en, ja] = [speak('en'), speak('ja')]

test('every state of a take is a sentence in both languages', () => {
  expect(sayState(en, { kind: 'queued', ahead: 0 })).toBe('Next in line')
  expect(sayState(en, { kind: 'queued', ahead: 1 })).toBe('1 take ahead')
  expect(sayState(ja, { kind: 'queued', ahead: 3 })).toBe('3 件待ち')
  expect(sayState(en, { kind: 'running', step: 2, steps: 4, stage: 'masses' })).toBe(
    'Painting 2 of 4 · the large masses',
  )
  expect(sayState(ja, { kind: 'running', step: 2, steps: 4, stage: 'denoise' })).toBe('描画中 2 / 4')
  expect(sayState(en, { kind: 'running', step: 0, steps: 4, stage: '' })).toBe('Starting to paint')
  expect(sayState(en, { kind: 'cancelled', by: 'Ada' })).toBe('Cancelled by Ada')
})

test("the server's reasons are known here, in its very words", () => {
  expect(words.en.reason).toEqual(reasons)
  expect(sayReason(ja, reasons.tooLong)).toBe(words.ja.reason.tooLong)
  expect(sayReason(ja, 'unet.onnx is missing')).toBe('unet.onnx is missing')
})

test('a take is called by its place among those of the panel', () => {
  const takes = ['a', 'b'].map((id) => aTake({ id: TakeId.parse(id) }))
  expect(takes.map((take) => numberOf(take, takes))).toEqual([1, 2])
})

test('a time of another day says the day', () => {
  const at = new Date(2026, 2, 4, 9, 5).getTime()
  expect(sayTime(at, 'en', at + 1000)).toBe('09:05')
  expect(sayTime(at, 'en', at + 86_400_000)).toMatch(/4 Mar.*09:05/)
  expect(sayTime(at, 'ja', at + 86_400_000)).toMatch(/3月4日.*9:05/)
})

test('how a take was made can be read and copied, the parent by its number', () => {
  const parent = aTake({ id: TakeId.parse('first') })
  const take = aTake({ id: TakeId.parse('second'), pass: 'second', parent: parent.id })
  const reading = {
    marks: [
      { kind: 'pine', object: 1 },
      { kind: 'pine', object: 1 },
      { kind: 'pine', object: 2 },
      { kind: 'hill', object: 3 },
      { kind: 'unknown', object: 4 },
    ],
    unknown: ['quux'],
  }
  const told = { take, takes: [parent, take], reading, nameKind: (kind: string) => kind.toUpperCase() }
  const text = rowsAsText('Take 2', howMade(en, { ...told, language: 'en' }))
  expect(text).toContain('Works over: Take 1')
  expect(text).toContain('Read in the drawing: PINE ×2, HILL')
  expect(text).toContain('Words not understood: quux')
  expect(text).toContain(`Model hash (sha-256): ${'b'.repeat(64)}`)
  expect(text).toContain('Painted in: 4.2 s')
  const gone = howMade(ja, { ...told, takes: [take], reading: null, language: 'ja' })
  expect(gone.find(({ label }) => label === words.ja.made.parent)?.value).toBe(words.ja.made.parentGone)
})

test("what a word means is named in the reader's language", () => {
  const known = [
    { means: 'pine', sort: 'kind' as const, en: ['pine', 'fir'], ja: ['松', 'まつ'] },
    { means: 'snow', sort: 'weather' as const, en: ['snow'], ja: ['雪'] },
  ]
  const not = (means: string) => `no ${means}`
  expect(nameMeaning('pine, snow', namesOf(known, 'ja'), 'ja', not)).toBe('松・雪')
  expect(nameMeaning('not snow', namesOf(known, 'en'), 'en', not)).toBe('no snow')
  expect(nameMeaning('waterfall', namesOf(known, 'ja'), 'ja', not)).toBe('waterfall')
})
