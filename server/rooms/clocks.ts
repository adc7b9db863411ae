import { putVarint, varintLength } from './bytes.ts'
import { Malformed, Reader } from './reader.ts'

/** What a document has seen, without the document: the next clock of every client, and the deleted ranges. */
export class Clocks {
  readonly known = new Map<number, number>()
  /** Per client: start, end, start, end ... sorted, not touching. */
  private readonly deleted = new Map<number, number[]>()

  next(client: number): number {
    return this.known.get(client) ?? 0
  }

  raise(client: number, clock: number): void {
    if (clock > this.next(client)) this.known.set(client, clock)
  }

  hasDeleted(client: number, from: number, to: number): boolean {
    const ranges = this.deleted.get(client)
    if (!ranges) return false
    const at = firstEndingAtOrAfter(ranges, from) * 2
    return at < ranges.length && (ranges[at] as number) <= from && (ranges[at + 1] as number) >= to
  }

  /** `added`: start, end, start, end ... */
  addDeleted(client: number, added: readonly number[]): void {
    const ranges = this.deleted.get(client)
    if (!ranges) this.deleted.set(client, joined(added))
    // One by one, each costs a move of all behind it: many are merged in one go.
    else if (added.length > 64) this.deleted.set(client, joined([...pairs(ranges), ...pairs(added)].flat()))
    else for (let i = 0; i < added.length; i += 2) insert(ranges, added[i] as number, added[i + 1] as number)
  }

  /** As a Yjs state vector. */
  encode(): Buffer {
    let length = varintLength(this.known.size)
    for (const [client, clock] of this.known) length += varintLength(client) + varintLength(clock)
    const vector = Buffer.allocUnsafeSlow(length)
    let at = putVarint(vector, 0, this.known.size)
    for (const [client, clock] of this.known) at = putVarint(vector, putVarint(vector, at, client), clock)
    return vector
  }
}

function insert(ranges: number[], from: number, to: number): void {
  const first = firstEndingAtOrAfter(ranges, from)
  let start = from
  let end = to
  let last = first
  while (last * 2 < ranges.length && (ranges[last * 2] as number) <= end) {
    start = Math.min(start, ranges[last * 2] as number)
    end = Math.max(end, ranges[last * 2 + 1] as number)
    last++
  }
  ranges.splice(first * 2, (last - first) * 2, start, end)
}

function* pairs(ranges: readonly number[]): Generator<[number, number]> {
  for (let i = 0; i < ranges.length; i += 2) yield [ranges[i] as number, ranges[i + 1] as number]
}

/** Sorted, and those that touch in one. */
function joined(ranges: readonly number[]): number[] {
  const all: number[] = []
  for (const [from, to] of [...pairs(ranges)].sort(([a], [b]) => a - b)) {
    const last = all.length - 1
    if (last >= 0 && from <= (all[last] as number)) all[last] = Math.max(all[last] as number, to)
    else all.push(from, to)
  }
  return all
}

function firstEndingAtOrAfter(ranges: readonly number[], clock: number): number {
  let low = 0
  let high = ranges.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[2 * middle + 1] as number) < clock) low = middle + 1
    else high = middle
  }
  return low
}

const mostClients = 100_000

/** Reads a Yjs state vector; throws Malformed. */
export function readVector(bytes: Uint8Array): Map<number, number> {
  const reader = new Reader()
  reader.start(bytes)
  const vector = new Map<number, number>()
  const count = reader.varint()
  if (count > mostClients) throw new Malformed('a state vector is too long')
  for (let n = count; n > 0; n--) {
    const client = reader.varint()
    vector.set(client, reader.varint())
  }
  return vector
}

/** Whether somebody with the clocks `has` lacks nothing of `wanted`. */
export function covers(has: ReadonlyMap<number, number>, wanted: ReadonlyMap<number, number>): boolean {
  for (const [client, clock] of wanted) if ((has.get(client) ?? 0) < clock) return false
  return true
}
