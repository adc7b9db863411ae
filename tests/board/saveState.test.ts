import { expect, test } from 'vitest'
import { countingSocket } from '#app/board/countingSocket.ts'
import { keyName } from '#app/board/keys.ts'
import { finalReason, type Link, saveStateOf } from '#app/board/saveState.ts'

const link: Link = {
  isOpen: true,
  isConnected: true,
  isSynced: true,
  sent: 3,
  kept: 3,
  draws: true,
  closed: null,
  away: null,
  isKeptHere: true,
}
const kind = (more: Partial<Link>) => saveStateOf({ ...link, ...more }).kind

test('saved means: the server has it on disk', () => {
  expect(kind({})).toBe('saved')
  expect(kind({ kept: 2 })).toBe('saving')
  expect(kind({ kept: 2, draws: false })).toBe('saved')
  expect(kind({ isSynced: false })).toBe('reconnecting')
})

test('a line that is away for a moment is not yet offline', () => {
  expect(kind({ isConnected: false, away: 500 })).toBe('reconnecting')
  expect(saveStateOf({ ...link, isConnected: false, away: 9_000 })).toEqual({
    kind: 'offline',
    isKeptHere: true,
  })
  expect(kind({ isConnected: false, away: 9_000, closed: 'notAllowed' })).toBe('closed')
})

test('too many people is no reason to give up; to be refused is', () => {
  expect(finalReason(4403)).toBe('notAllowed')
  expect(finalReason(4429)).toBeNull()
  expect(finalReason(1006)).toBeNull()
})

test('only messages that carry work are counted', () => {
  const sent: unknown[] = []
  class Line {
    send(message: unknown) {
      sent.push(message)
    }
  }
  let [opened, count] = [0, 0]
  const Counting = countingSocket(Line as never, {
    onOpen: () => {
      opened += 1
    },
    onSent: () => {
      count += 1
    },
  })
  const socket = new Counting('ws://x')
  for (const message of [
    [0, 0, 1],
    [0, 1, 5],
    [0, 2, 5],
    [1, 2, 3],
    [9, 1],
  ])
    socket.send(new Uint8Array(message))
  expect([opened, count, sent.length]).toEqual([1, 2, 5])
})

test('keys have one name, whatever the keyboard', () => {
  const key = (name: string, code: string, more: Partial<KeyboardEvent> = {}) =>
    keyName({ key: name, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  expect(key('v', 'KeyV')).toBe('V')
  expect(key('z', 'KeyZ', { metaKey: true })).toBe('Mod+Z')
  expect(key('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z')
  expect(key('!', 'Digit1', { shiftKey: true })).toBe('Shift+1')
  expect(key('?', 'Slash', { shiftKey: true })).toBe('?')
  expect(key('Process', 'KeyE')).toBe('E')
  expect(key('ArrowLeft', 'ArrowLeft', { altKey: true })).toBe('Alt+ArrowLeft')
})
