import { expect, test } from 'vitest'
import { joinWord } from '#app/takes/joinWord.ts'

/** `|` is the caret, before and after. */
function join(marked: string, word: string): string {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const joined = joinWord(text, caret, word)
  const made = text.slice(0, joined.at) + joined.piece + text.slice(joined.at)
  return `${made.slice(0, joined.caret)}|${made.slice(joined.caret)}`
}

test('a word comes with the commas of its language', () => {
  expect(join('|', 'dusk')).toBe('dusk|')
  expect(join('a hill|', 'dusk')).toBe('a hill, dusk|')
  expect(join('a hill |', 'dusk')).toBe('a hill, dusk| ')
  expect(join('a hill,|', 'dusk')).toBe('a hill, dusk|')
  expect(join('a hill, |', 'dusk')).toBe('a hill, dusk|')
  expect(join('a hill| by the sea', 'dusk')).toBe('a hill, dusk|, by the sea')
  expect(join('丘|', '夕暮れ')).toBe('丘、夕暮れ|')
  expect(join('丘、|海', '夕暮れ')).toBe('丘、夕暮れ|、海')
})
