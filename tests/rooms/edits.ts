import * as Y from 'yjs'
import type { Seeded } from './seeded.ts'

/** One random change as people make them: strokes set and rubbed out, texts typed, panels made, moved and deleted. */
export function editAtRandom(doc: Y.Doc, random: Seeded): void {
  const strokes = doc.getMap<Uint8Array>('strokes')
  const panels = doc.getMap<Y.Map<unknown>>('panels')
  const list = doc.getArray<unknown>('list')
  const text = doc.getText('text')
  const kinds = [
    () => strokes.set(`s${random.below(12)}`, new Uint8Array(random.below(60)).fill(random.below(256))),
    () => strokes.delete(`s${random.below(12)}`),
    () => text.insert(random.below(text.length + 1), random.pick(['a', '絵コンテ', '👩🏽‍🎨', 'word '])),
    () => text.length > 0 && text.delete(random.below(text.length), 1),
    () => text.length > 2 && text.format(0, 2, { bold: random.chance(0.5) }),
    () => panels.set(`p${random.below(5)}`, new Y.Map<unknown>([['prompt', new Y.Text('x')]])),
    () => panels.get(`p${random.below(5)}`)?.set('order', random.below(100)),
    () => (panels.get(`p${random.below(5)}`)?.get('prompt') as Y.Text | undefined)?.insert(0, 'y'),
    () => panels.delete(`p${random.below(5)}`),
    () => list.insert(random.below(list.length + 1), [random.below(9), { a: [null, true, 1.5, 'b'] }]),
    () => list.length > 0 && list.delete(random.below(list.length), 1),
  ]
  doc.transact(() => {
    for (let n = 1 + random.below(3); n > 0; n--) random.pick(kinds)()
  })
}
