import { putVarint, varintLength } from './bytes.ts'
import type { Limits } from './limits.ts'
import type { Peer } from './peer.ts'
import { jsonDepth, Malformed, Reader } from './reader.ts'

type Entry = { clock: number; state: Buffer; owner: Peer }
type Gone = { clock: number; person: string }

const nobody = Buffer.from('null')
const mostEntries = 2_000
const mostGone = 500

/** Who is in a room and what they show of themselves. Everybody speaks only for their own page, under their own name. */
export class Presence {
  private readonly entries = new Map<number, Entry>()
  private readonly changed = new Set<number>()
  /** Those who left: stock clients repeat what they hear, so their words may come again from others. */
  private readonly gone = new Map<number, Gone>()
  private readonly reader = new Reader()
  private readonly limits: Limits

  constructor(limits: Limits) {
    this.limits = limits
  }

  get hasNews(): boolean {
    return this.changed.size > 0
  }

  get size(): number {
    return this.entries.size
  }

  /** Reads an awareness message's list; what is not about the sender's own page is passed over. Throws Malformed. */
  hear(peer: Peer, list: Buffer): void {
    const { reader } = this
    reader.start(list)
    const count = reader.varint()
    if (count > mostEntries) throw new Malformed('too many are spoken for')
    for (let n = count; n > 0; n--) {
      const client = reader.varint()
      const clock = reader.varint()
      const length = reader.varint()
      const from = reader.at
      reader.skip(length)
      if (peer.client === client || (peer.client === null && this.mayTake(peer, client, clock, length)))
        this.show(peer, client, clock, list.subarray(from, from + length))
    }
  }

  private mayTake(peer: Peer, client: number, clock: number, length: number): boolean {
    if (length === nobody.length) return false
    const entry = this.entries.get(client)
    // The same page after a reconnect, while its old socket still looks alive.
    if (entry) return entry.owner.seat.person.id === peer.seat.person.id && clock > entry.clock
    const gone = this.gone.get(client)
    return !gone || gone.person === peer.seat.person.id
  }

  private show(peer: Peer, client: number, clock: number, bytes: Buffer): void {
    const entry = this.entries.get(client)
    if (entry && entry.owner === peer && clock <= entry.clock) return
    if (bytes.length > this.limits.ROOM_PRESENCE_BYTES) {
      peer.close('tooLarge')
      return
    }
    if (jsonDepth(bytes, 0, bytes.length) > this.limits.ROOM_PRESENCE_DEPTH)
      throw new Malformed('a presence is nested too deep')
    const state = readState(bytes)
    if (state === null) {
      this.leave(peer, clock)
      return
    }
    if (entry && entry.owner !== peer) entry.owner.client = null
    peer.client = client
    peer.page = typeof state.seat === 'string' ? state.seat.slice(0, 64) : ''
    const { id, name, colour } = peer.seat.person
    state.user = { id, name, colour }
    this.gone.delete(client)
    this.entries.set(client, { clock, state: Buffer.from(JSON.stringify(state)), owner: peer })
    this.changed.add(client)
  }

  leave(peer: Peer, clock = 0): void {
    const { client } = peer
    const entry = client === null ? undefined : this.entries.get(client)
    if (client === null || entry?.owner !== peer) return
    this.entries.delete(client)
    this.gone.set(client, { clock: Math.max(clock, entry.clock), person: peer.seat.person.id })
    if (this.gone.size > mostGone) this.gone.delete(this.gone.keys().next().value as number)
    this.changed.add(client)
    peer.client = null
  }

  /** Message of what changed since it was last asked for. */
  news(): Buffer | null {
    const clients = [...this.changed]
    this.changed.clear()
    return this.message(clients)
  }

  /** Message of everybody. */
  all(): Buffer | null {
    return this.message([...this.entries.keys()])
  }

  private message(clients: readonly number[]): Buffer | null {
    const list = clients.map((client) => {
      const { clock, state } = this.entries.get(client) ?? {
        clock: this.gone.get(client)?.clock ?? 0,
        state: nobody,
      }
      return { client, clock, state }
    })
    if (list.length === 0) return null
    let length = varintLength(list.length)
    for (const { client, clock, state } of list)
      length += varintLength(client) + varintLength(clock) + varintLength(state.length) + state.length
    const message = Buffer.allocUnsafe(1 + varintLength(length) + length)
    message[0] = 1
    let at = putVarint(message, putVarint(message, 1, length), list.length)
    for (const { client, clock, state } of list) {
      at = putVarint(message, putVarint(message, putVarint(message, at, client), clock), state.length)
      message.set(state, at)
      at += state.length
    }
    return message
  }
}

function readState(bytes: Buffer): Record<string, unknown> | null {
  let state: unknown
  try {
    state = JSON.parse(bytes.toString())
  } catch {
    throw new Malformed('a presence is not JSON')
  }
  if (state === null) return null
  if (typeof state !== 'object' || Array.isArray(state)) throw new Malformed('a presence is not an object')
  if (bytes.includes('__proto__')) throw new Malformed('a key is __proto__')
  return state as Record<string, unknown>
}
