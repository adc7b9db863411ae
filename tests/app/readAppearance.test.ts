import { expect, it } from 'vitest'
import { askedLanguage, readAppearance } from '#app/readAppearance.ts'

const of = (headers: Record<string, string>) => readAppearance(new Headers(headers))

it('takes the language a person chose before the one the browser asks for', () => {
  const headers = { cookie: 'a=b; konte-language=ja; konte-theme=dark', 'accept-language': 'en' }
  expect(of(headers)).toEqual({ language: 'ja', theme: 'dark' })
})

it('follows the browser, and the system, where nothing was chosen', () => {
  expect(of({ 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.8' })).toEqual({ language: 'ja', theme: 'system' })
  expect(of({})).toEqual({ language: 'en', theme: 'system' })
})

it('ignores cookies that say nothing it knows', () => {
  const headers = {
    cookie: 'konte-language=xx; konte-theme=%00; my-konte-theme=dark',
    'accept-language': 'ja',
  }
  expect(of(headers)).toEqual({ language: 'ja', theme: 'system' })
})

it.each([
  ['fr, ja;q=0.2, en;q=0.1', 'ja'],
  ['en;q=0.3, ja;q=0.9', 'ja'],
  ['ja;q=0, de', 'en'],
  ['*', 'en'],
  ['ja;q=x, en', 'en'],
])('reads %s as %s', (accept, language) => {
  expect(askedLanguage(accept)).toBe(language)
})
