import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Clocks, readVector } from '#server/rooms/clocks.ts'
import { Malformed } from '#server/rooms/reader.ts'
import { Walk } from '#server/rooms/walk.ts'
import { editAtRandom } from './edits.ts'
import { type Seeded, seeded } from './seeded.ts'

const rounds = Number(process.env.KONTE_ROUNDS ?? 150)

function read(update: Uint8Array, clocks: Clocks, walk = new Walk()) {
  const verdict = walk.judge(update, clocks)
  if (verdict === 'new') walk.teach(clocks)
  return verdict
}

/** Everything that three people wrote, each change as its own update, some of it offline. */
function updatesOf(random: Seeded): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  docs.forEach((doc, at) => {
    doc.clientID = 1 + at * 1000 + random.below(900)
    doc.on('update', (update: Uint8Array) => updates.push(update))
  })
  for (let n = 10 + random.below(40); n > 0; n--) {
    editAtRandom(random.pick(docs), random)
    if (random.chance(0.3)) {
      const [from, to] = [random.pick(docs), random.pick(docs)]
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    }
  }
  return updates
}

const isPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('an update is judged as Yjs would take it', () => {
  test('with some of them lost or out of order', () => {
    for (let seed = 1; seed <= rounds; seed++) {
      const random = seeded(seed)
      const clocks = new Clocks()
      const walk = new Walk()
      const doc = new Y.Doc()
      for (const update of updatesOf(random)) {
        if (random.chance(0.05)) continue
        const verdict = read(update, clocks, walk)
        if (verdict === 'gap') {
          const copy = copyOf(doc)
          Y.applyUpdate(copy, update)
          expect(isPending(copy), `seed ${seed}: a gap that is none`).toBe(true)
          continue
        }
        const before = Y.encodeStateAsUpdate(doc)
        Y.applyUpdate(doc, update)
        expect(isPending(doc), `seed ${seed}: a gap that was not seen`).toBe(false)
        if (verdict === 'known') expect(Y.encodeStateAsUpdate(doc), `seed ${seed}`).toEqual(before)
      }
      expect(readVector(clocks.encode()), `seed ${seed}`).toEqual(readVector(Y.encodeStateVector(doc)))
    }
  })

  test('with a few bits wrong: what is accepted, Yjs takes', () => {
    const refused = { malformed: 0, accepted: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const random = seeded(seed)
      const clocks = new Clocks()
      const walk = new Walk()
      const doc = new Y.Doc()
      let doubt = false
      for (const update of updatesOf(random)) {
        if (doubt) break
        const wrong = Uint8Array.from(update)
        for (let n = 1 + random.below(2); n > 0; n--)
          wrong[random.below(wrong.length)]! ^= 1 << random.below(8)
        for (const each of [wrong, update]) {
          try {
            if (read(each, clocks, walk) === 'gap') continue
            if (walk.isDoubtful) {
              doubt = true
              break
            }
          } catch (reason) {
            if (!(reason instanceof Malformed)) throw reason
            refused.malformed++
            continue
          }
          Y.applyUpdate(doc, each)
          refused.accepted++
          expect(isPending(doc), `seed ${seed}: a gap that was not seen`).toBe(false)
        }
      }
      if (!doubt)
        expect(readVector(clocks.encode()), `seed ${seed}`).toEqual(readVector(Y.encodeStateVector(doc)))
    }
    expect(refused.malformed).toBeGreaterThan(rounds)
    expect(refused.accepted).toBeGreaterThan(rounds)
  })

  test('cut off anywhere, it is refused', () => {
    const random = seeded(7)
    for (const update of updatesOf(random)) {
      const clocks = new Clocks()
      for (let length = 0; length < update.length; length++)
        expect(() => read(update.subarray(0, length), clocks)).toThrow(Malformed)
    }
  })
})

test('structs that wait for each other in a circle are a gap', () => {
  // client 1, clock 0: its left is (2, 0); client 2, clock 0: its left is (1, 0). Both are a Y.Array's items.
  const item = (client: number, left: number) => [1, client, 0, 0x80 | 8, left, 0, 1, 125, 1]
  const circle = new Uint8Array([2, ...item(2, 1), ...item(1, 2), 0])
  expect(read(circle, new Clocks())).toBe('gap')
  const line = new Uint8Array([2, ...item(2, 1), 1, 1, 0, 8, 1, 1, 97, 1, 125, 1, 0])
  expect(read(line, new Clocks())).toBe('new')
})
