import { expect, it } from 'vitest'
import { namespaces } from '#app/i18n.ts'

/** Every text of a tree of words, by its path. */
function textsOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value as object, `${path}${key}.`),
  )
}
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

for (const [name, { en, ja }] of Object.entries(namespaces)) {
  it(`says everything of ${name} in both languages`, () => {
    const english = new Map(textsOf(en))
    const japanese = new Map(textsOf(ja))
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of [...english, ...japanese]) expect(text.trim(), key).not.toBe('')
    for (const [key, text] of english) expect(holes(japanese.get(key) ?? ''), key).toEqual(holes(text))
  })
}
