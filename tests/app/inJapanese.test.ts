import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inJapanese } from '#app/inJapanese.ts'

/** The words of every refusal in the server's source; what is filled in stands as 7. */
function refusals(): string[] {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  return files.flatMap((file) => {
    const source = readFileSync(`server/${file}`, 'utf8')
    const found = source.matchAll(/new Failure\(\s*'\w+',\s*(['"`])(.+?)\1/g)
    return [...found].map(([, , words = '']) => words.replace(/ ?\$\{ask\}/, '').replace(/\$\{[^}]+\}/g, '7'))
  })
}

it('says every refusal of the server in Japanese', () => {
  const said = refusals()
  expect(said.length).toBeGreaterThan(30)
  expect(said.filter((words) => !inJapanese(words))).toEqual([])
})

it('keeps numbers, and their order', () => {
  expect(inJapanese('The picture is 20000 × 30 pixels; at most 8192 a side are taken.')).toBe(
    '画像が大きすぎます（20000×30ピクセル）。一辺は8192ピクセルまでです。',
  )
})

it('names roles in Japanese', () => {
  expect(inJapanese('As reviewer you may not do this. Ask the owner of the project.')).toMatch(
    /（レビュアー）/,
  )
})

it('joins several sentences, and gives up on all when one is unknown', () => {
  expect(inJapanese('This invitation has expired. Ask whoever sent it for a new one.')).toMatch(
    /期限.*新しいリンク/,
  )
  expect(inJapanese('This invitation has expired. Call Bob.')).toBeNull()
})
