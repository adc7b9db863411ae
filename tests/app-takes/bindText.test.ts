// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindText } from '#app/panels/bindText.ts'

let text: Y.Text
let area: HTMLTextAreaElement
let unbind: () => void
let updates: number

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea>'
  area = document.querySelector('textarea')!
  text = new Y.Doc().getText('prompt')
  text.insert(0, 'a hill')
  unbind = bindText(area, text, (write) => text.doc!.transact(write, 'me'))
  area.focus()
  updates = 0
  text.doc!.on('update', () => {
    updates += 1
  })
})

function type(value: string, caret = value.length): void {
  area.value = value
  area.setSelectionRange(caret, caret)
  area.dispatchEvent(new Event('input'))
}
const compose = (kind: 'start' | 'end') => area.dispatchEvent(new Event(`composition${kind}`))

test('what is typed is written as one small change of the person', () => {
  const seen: unknown[] = []
  text.observe((event) => seen.push([event.delta, event.transaction.origin]))
  type('a green hill', 8)
  expect(text.toString()).toBe('a green hill')
  expect(seen).toEqual([[[{ retain: 2 }, { insert: 'green ' }], 'me']])
})

test("another's words move the caret, not the selection's letters", () => {
  area.setSelectionRange(2, 6)
  text.insert(0, 'far away, ')
  expect(area.value).toBe('far away, a hill')
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('hill')
  text.insert(text.length, ' at dusk')
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('hill')
})

test('nothing is written or shown while Japanese is composed', () => {
  compose('start')
  type('a hillゆう')
  type('a hillゆうや')
  expect(updates).toBe(0)
  text.insert(0, 'X ')
  expect(area.value).toBe('a hillゆうや')
  type('a hill夕焼け')
  compose('end')
  expect(text.toString()).toBe('X a hill夕焼け')
  expect(area.value).toBe('X a hill夕焼け')
  expect(area.selectionEnd).toBe(area.value.length)
  type('X a hill夕焼けの')
  expect(text.toString()).toBe('X a hill夕焼けの')
})

test('after a composition the caret stands behind what was composed', () => {
  compose('start')
  type('ゆうやけ a hill', 4)
  text.insert(text.length, ' by the sea')
  text.insert(1, ' big')
  type('夕焼け a hill', 3)
  compose('end')
  expect(area.value).toBe('夕焼け a big hill by the sea')
  expect(area.selectionEnd).toBe(3)
})

test('a composition that is given up writes nothing', () => {
  compose('start')
  type('a hillゆ')
  type('a hill')
  compose('end')
  expect(updates).toBe(0)
})

test('words being composed are kept when the panel is left', () => {
  compose('start')
  type('a hillうみ')
  unbind()
  expect(text.toString()).toBe('a hillうみ')
  type('gone')
  expect(text.toString()).toBe('a hillうみ')
})
