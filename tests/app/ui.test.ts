import { expect, it } from 'vitest'
import { peopleColours, someColour } from '#app/people/colours.ts'
import { safePath } from '#app/people/safePath.ts'
import { initials, inkOn } from '#app/ui/initials.ts'
import { keyWords } from '#app/ui/keyWords.ts'
import { dayWords, timeAgo } from '#app/ui/timeAgo.ts'

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['宮田 花子', '宮'],
  ['  Jean  Luc  Picard ', 'JP'],
  ['👩‍🎨 Mia', '👩‍🎨M'],
  ['', '?'],
])('takes the first letters of %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

it('writes on every colour of a person so that it can be read', () => {
  for (const { hex } of peopleColours) expect(contrast(hex, inkOn(hex)), hex).toBeGreaterThan(4.5)
  expect(inkOn('#f2c230')).toBe('#1c1c1a')
})

it('begins with a colour of the list, whatever the chance', () => {
  for (const chance of [0, 0.5, 0.999999])
    expect(peopleColours.map(({ hex }) => hex)).toContain(someColour(chance))
})

it.each([
  ['Mod+Shift+Z', true, '⌘⇧Z'],
  ['Mod+Shift+Z', false, 'Ctrl+Shift+Z'],
  ['Mod+Enter', true, '⌘↵'],
  ['V', false, 'V'],
  ['+', false, '+'],
])('shows %s as a keyboard has it', (shortcut, isMac, shown) => {
  expect(keyWords(shortcut, isMac)).toBe(shown)
})

it('says how long ago in both languages', () => {
  const now = Date.UTC(2026, 10, 24, 12)
  expect(timeAgo(now - 3 * 3600_000, now, 'en')).toBe('3 hours ago')
  expect(timeAgo(now - 24 * 3600_000, now, 'ja')).toBe('昨日')
  expect(timeAgo(now - 5_000, now, 'en')).toBe('now')
})

it('writes a day as each language does', () => {
  const day = Date.UTC(2026, 11, 1, 12)
  expect(dayWords(day, 'en')).toBe('1 Dec 2026')
  expect(dayWords(day, 'ja')).toBe('2026年12月1日')
})

it.each([
  ['/boards/x?y=1', '/boards/x?y=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  [null, '/'],
])('goes on from %s to %s', (to, path) => {
  expect(safePath(to)).toBe(path)
})

/** WCAG 2, written again so that the product's own formula is checked by another. */
function contrast(a: string, b: string): number {
  const light = [a, b].map((hex) => {
    const [r, g, b] = (hex.match(/\w\w/g) ?? []).map((part) => {
      const value = Number.parseInt(part, 16) / 255
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return (r ?? 0) * 0.2126 + (g ?? 0) * 0.7152 + (b ?? 0) * 0.0722
  })
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05)
}
