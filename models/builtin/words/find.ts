import type { Entry } from './lexicon.ts'
import {
  denials,
  english,
  englishKey,
  japanese,
  japaneseKey,
  negations,
  particles,
  singular,
  stopWords,
} from './lexicon.ts'

/** A piece of the text: understood (`entry`), or not (null). Words without meaning of their own are left out. */
export type Found = { text: string; entry: Entry | null; denied: boolean }

const longestEnglish = 4
const longestJapanese = Math.max(...[...japanese.keys(), ...particles].map((form) => form.length))
const pieces =
  /[a-z]+(?:['’][a-z]+)?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|\p{L}+|\p{N}+|[^\s\p{L}\p{N}'’-]/giu
const isJapanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u
const isKana = /^[\p{Script=Hiragana}ー]+$/u
const caseParticle = /^(?:[のがにをはとでもやへ]|から|まで|など|・)$/
const endsPhrase = /^[^\p{L}\p{N}]/u

/** Every word of a text in either language, the longest known form first. */
export const findWords = (text: string): Found[] => {
  const found: Found[] = []
  let phrase: string[] = []
  const endPhrase = () => {
    found.push(...findEnglish(phrase))
    phrase = []
  }
  for (const [piece] of text.normalize('NFKC').matchAll(pieces)) {
    if (!isJapanese.test(piece) && !endsPhrase.test(piece)) {
      phrase.push(piece)
      continue
    }
    endPhrase()
    if (isJapanese.test(piece)) found.push(...findJapanese(piece))
  }
  endPhrase()
  return found
}

/** `phrase` holds the words between two marks of punctuation. */
const findEnglish = (phrase: string[]): Found[] => {
  const found: Found[] = []
  let denied = false
  for (let at = 0; at < phrase.length; ) {
    const length = matchEnglish(phrase, at)
    const word = phrase[at]!.toLowerCase()
    const treeless = word.endsWith('less') ? english.get(singular(word.slice(0, -4))) : undefined
    if (length > 0) {
      const words = phrase.slice(at, at + length)
      found.push({ text: words.join(' '), entry: english.get(englishKey(words.map(lower)))!, denied })
      // "no trees or houses" denies both.
      denied &&= /^n?or$/i.test(phrase[at + length] ?? '')
    } else if (treeless) found.push({ text: phrase[at]!, entry: treeless, denied: true })
    else if (negations.has(word) || /n['’]t$/.test(word)) denied = true
    else if (!stopWords.has(singular(word)) && !/^\p{N}/u.test(word)) {
      found.push({ text: phrase[at]!, entry: null, denied: false })
    }
    at += Math.max(1, length)
  }
  return found
}

const lower = (word: string) => word.toLowerCase()

const matchEnglish = (phrase: string[], at: number): number => {
  for (let length = Math.min(longestEnglish, phrase.length - at); length > 0; length--) {
    if (english.has(englishKey(phrase.slice(at, at + length).map(lower)))) return length
  }
  return 0
}

const findJapanese = (text: string): Found[] => {
  const folded = japaneseKey(text)
  const found: Found[] = []
  let strange = ''
  const endStrange = () => {
    if (strange !== '') found.push({ text: strange, entry: null, denied: false })
    strange = ''
  }
  for (let at = 0; at < text.length; ) {
    const length = matchJapanese(folded, at, strange)
    if (length === 0) {
      strange += text[at]
      at++
      continue
    }
    const form = folded.slice(at, at + length)
    const entry = japanese.get(form)
    if (strange !== '' && !entry && !caseParticle.test(form) && !isKana.test(strange.at(-1)!)) {
      // The ending of an unknown word: 静かな is greyed whole.
      strange += text.slice(at, at + length)
      at += length
      continue
    }
    endStrange()
    const denial = entry ? denials.find((denial) => folded.startsWith(denial, at + length)) : undefined
    if (entry) found.push({ text: text.slice(at, at + length), entry, denied: denial !== undefined })
    at += length + (denial?.length ?? 0)
  }
  endStrange()
  return found
}

/**
 * Inside an unknown word no short kana word begins: たかはし holds no bridge (はし). の is never part of one:
 * ふしぎの森 is a wood.
 */
const matchJapanese = (folded: string, at: number, strange: string): number => {
  const midWord = strange !== '' && isKana.test(strange.at(-1)!)
  for (let length = Math.min(longestJapanese, folded.length - at); length > 0; length--) {
    const form = folded.slice(at, at + length)
    if (!japanese.has(form) && !particles.has(form)) continue
    if (midWord && isKana.test(form) && length < 3 && form !== 'の') continue
    return length
  }
  return 0
}
