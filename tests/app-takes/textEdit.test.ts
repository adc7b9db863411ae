import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry, carryEdit, type Edit, editBetween } from '#app/panels/textEdit.ts'

const make = (text: string, { at, remove, insert }: Edit) =>
  text.slice(0, at) + insert + text.slice(at + remove)

test('an edit is as small as can be and lies where the caret is', () => {
  expect(editBetween('a hill', 'a green hill', 8)).toEqual({ at: 2, remove: 0, insert: 'green ' })
  expect(editBetween('aaaa', 'aaaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' })
  expect(editBetween('aaaa', 'aaa', 1)).toEqual({ at: 1, remove: 1, insert: '' })
  expect(editBetween('夕焼けの海', '夕焼けの山', 5)).toEqual({ at: 4, remove: 1, insert: '山' })
  expect(editBetween('same', 'same')).toBeNull()
})

test('half of an emoji is never written', () => {
  // Both begin with the same high surrogate.
  expect(editBetween('x😀y', 'x😁y', 3)).toEqual({ at: 1, remove: 2, insert: '😁' })
})

test('any edit, with the caret anywhere, makes the new text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '海', '😀', '😁', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(14), (before, after, caret) => {
      const edit = editBetween(before, after, caret)
      expect(edit ? make(before, edit) : before).toBe(after)
    }),
  )
})

test('a place keeps its letter while others write', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 }),
      fc.array(fc.record({ at: fc.nat(12), remove: fc.nat(3), insert: fc.constantFrom('', 'X', 'XY') }), {
        maxLength: 4,
      }),
      fc.nat(12),
      (start, edits, wish) => {
        const text = new Y.Doc().getText('t')
        const marked = Math.min(wish, start.length - 1)
        text.insert(0, `${start.slice(0, marked)}*${start.slice(marked + 1)}`)
        let place = marked
        text.observe((event) => {
          place = carry(place, event.delta, 'after')
        })
        for (const { at, remove, insert } of edits) {
          const from = Math.min(at, text.length)
          text.doc!.transact(() => {
            text.delete(from, Math.min(remove, text.length - from))
            text.insert(from, insert)
          })
        }
        const now = text.toString()
        if (now.includes('*')) expect(place).toBe(now.indexOf('*'))
      },
    ),
  )
})

test("an edit made late keeps another's words", () => {
  const edit = { at: 2, remove: 4, insert: 'sea' }
  expect(carryEdit(edit, [[{ insert: 'oh, ' }]])).toEqual({ at: 6, remove: 4, insert: 'sea' })
  // Another wrote exactly where ours begins: it is not deleted.
  expect(carryEdit(edit, [[{ retain: 2 }, { insert: 'big ' }]])).toEqual({ at: 6, remove: 4, insert: 'sea' })
  expect(carryEdit(edit, [[{ retain: 1 }, { delete: 9 }]])).toEqual({ at: 1, remove: 0, insert: 'sea' })
})
