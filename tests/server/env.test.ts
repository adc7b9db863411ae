import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnv, variables } from '#server/env.ts'
import { printEnv } from '#server/printEnv.ts'

test('.env.example says what env.ts reads; `npm run admin -- env > .env.example` writes it', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(`${printEnv()}\n`)
})

test('the defaults of .env.example are the defaults', () => {
  const lines = printEnv().matchAll(/^#([A-Z_]+)=(.*)$/gm)
  expect(readEnv(Object.fromEntries([...lines].map(([, name, value]) => [name, value])))).toEqual(readEnv({}))
})

test("the README's table says of every variable what env.ts says", () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const [name, { about }] of Object.entries(variables))
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\` \\|.*\\| ${literally(about)} \\|$`, 'm'))
})

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
