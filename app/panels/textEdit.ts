/** One stretch of a text replaced by another. */
export type Edit = { at: number; remove: number; insert: string }

/** What Yjs tells of a change to a text. */
export type Delta = readonly {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
}[]

/**
 * The smallest edit that makes `after` of `before`. Where letters repeat there are several; `caret` (the caret in
 * `after`) tells which one the person made, so that two people typing into one word keep their own letters.
 */
export function editBetween(before: string, after: string, caret = after.length): Edit | null {
  if (before === after) return null
  const least = Math.min(before.length, after.length)
  const longestEnd = Math.min(least, after.length - Math.min(caret, after.length))
  let end = 0
  while (end < longestEnd && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  let start = 0
  while (start < least - end && before[start] === after[start]) start += 1
  // A caret that says nothing (a drop, a spelling correction elsewhere) must not make the edit larger.
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (splitsPair(before, start) || splitsPair(after, start)) start -= 1
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end -= 1
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** Half of a surrogate pair alone becomes U+FFFD in Yjs: an emoji would be lost. */
function splitsPair(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff
}

/** Where a place in the text is after a change. What was put in exactly there stands behind it, or, `'after'`, in front. */
export function carry(place: number, delta: Delta, side: 'before' | 'after' = 'before'): number {
  let at = 0
  let carried = place
  for (const { retain, insert, delete: gone } of delta) {
    if (at > carried) break
    if (retain) at += retain
    else if (gone) carried -= Math.max(0, Math.min(carried - at, gone))
    else if (insert !== undefined) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (at < carried || (at === carried && side === 'after')) carried += length
      at += length
    }
  }
  return carried
}

/** The same edit made on a text that others changed meanwhile. */
export function carryEdit(edit: Edit, missed: readonly Delta[]): Edit {
  const through = (place: number, side: 'before' | 'after') =>
    missed.reduce((at, delta) => carry(at, delta, side), place)
  const at = through(edit.at, edit.remove > 0 ? 'after' : 'before')
  const end = Math.max(at, through(edit.at + edit.remove, 'before'))
  return { at, remove: end - at, insert: edit.insert }
}
