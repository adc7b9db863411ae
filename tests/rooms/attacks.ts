import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { openRaw, type Raw, rawFrame } from './rawSocket.ts'

export type Attack = {
  name: string
  /** What the server closes with; null: it does not have to. */
  code: number | null
  run(raw: Raw, port: number): void | Promise<void>
}

const bytes = (...list: number[]) => Uint8Array.from(list)
const update = (content: Uint8Array, step = 2) => {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, 0)
  encoding.writeVarUint(out, step)
  encoding.writeVarUint8Array(out, content)
  return encoding.toUint8Array(out)
}
const everything = update(bytes(0), 0)

function presence(entries: { client: number; clock: number; state: string }[]): Uint8Array {
  const list = encoding.createEncoder()
  encoding.writeVarUint(list, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(list, client)
    encoding.writeVarUint(list, clock)
    encoding.writeVarString(list, state)
  }
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, 1)
  encoding.writeVarUint8Array(out, encoding.toUint8Array(list))
  return encoding.toUint8Array(out)
}

/** Changes of a document whose first ones are never sent. */
function laterUpdates(count: number, size: number): Uint8Array[] {
  const doc = new Y.Doc()
  const found: Uint8Array[] = []
  doc.on('update', (each: Uint8Array) => found.push(each))
  for (let n = 0; n <= count; n++) doc.getMap('strokes').set(`k${n}`, new Uint8Array(size))
  return found.slice(1)
}

/** A delete set of things that nobody ever made. */
function deletesOfNothing(ranges: number): Uint8Array {
  const out = encoding.createEncoder()
  for (const n of [0, 1, 4242, ranges]) encoding.writeVarUint(out, n)
  for (let n = 0; n < ranges; n++) {
    encoding.writeVarUint(out, n * 3 + 1)
    encoding.writeVarUint(out, 1)
  }
  return encoding.toUint8Array(out)
}

/** One insert each, by so many clients, all in one place. */
function crowd(clients: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, clients)
  for (let client = clients; client > 0; client--) {
    for (const n of [1, client, 0]) encoding.writeVarUint(out, n)
    encoding.writeUint8(out, 4)
    encoding.writeVarUint(out, 1)
    encoding.writeVarString(out, 'text')
    encoding.writeVarString(out, 'x')
  }
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

function longVector(clients: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, clients)
  for (let client = 0; client < clients; client++) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, 1)
  }
  return encoding.toUint8Array(out)
}

/** Each client's only struct stands behind that of a client who comes later in the update. */
function chain(clients: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, clients)
  for (let client = 1; client <= clients; client++) {
    for (const n of [1, client, 0]) encoding.writeVarUint(out, n)
    const isLast = client === clients
    encoding.writeUint8(out, isLast ? 4 : 0x80 | 4)
    if (isLast) encoding.writeVarUint(out, 1)
    if (isLast) encoding.writeVarString(out, 'text')
    else for (const n of [client + 1, 0]) encoding.writeVarUint(out, n)
    encoding.writeVarString(out, 'x')
  }
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

function nestedValue(depth: number): Uint8Array {
  const out = encoding.createEncoder()
  for (const n of [1, 1, 777, 0]) encoding.writeVarUint(out, n)
  encoding.writeUint8(out, 8)
  encoding.writeVarUint(out, 1)
  encoding.writeVarString(out, 'list')
  encoding.writeVarUint(out, 1)
  for (let n = 0; n < depth; n++) {
    encoding.writeUint8(out, 117)
    encoding.writeVarUint(out, 1)
  }
  encoding.writeUint8(out, 126)
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

function protoKey(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('strokes').set('__proto__', 1)
  return Y.encodeStateAsUpdate(doc)
}

const sendAll = (raw: Raw, messages: Iterable<Uint8Array>) => {
  for (const message of messages) raw.send(message)
}

export const attacks: Attack[] = [
  { name: 'a number that never ends', code: 4422, run: (raw) => raw.send(new Uint8Array(40).fill(0x80)) },
  { name: 'an unknown message', code: 4422, run: (raw) => raw.send(bytes(99, 1, 2)) },
  { name: 'an empty message', code: 4422, run: (raw) => raw.send(bytes()) },
  { name: 'a false length', code: 4422, run: (raw) => raw.send(bytes(0, 2, 0xff, 0xff, 0x7f, 1)) },
  { name: 'a change cut short', code: 4422, run: (raw) => raw.send(update(protoKey().slice(0, -3))) },
  { name: 'a text', code: 4422, run: (raw) => void raw.socket.write(rawFrame(0x81, Buffer.from('hello'))) },
  { name: 'an unknown sync step', code: 4422, run: (raw) => raw.send(update(bytes(0, 0), 7)) },
  { name: 'a false state vector', code: 4422, run: (raw) => raw.send(update(bytes(5, 1), 0)) },
  { name: 'reserved bits', code: 1002, run: (raw) => void raw.socket.write(rawFrame(0xf2, bytes(1, 1, 0))) },
  {
    name: 'a compressed bomb',
    code: 1002,
    run: (raw) => void raw.socket.write(rawFrame(0xc2, new Uint8Array(9000))),
  },
  {
    name: 'a frame without a mask',
    code: 1002,
    run: (raw) => void raw.socket.write(bytes(0x82, 3, 1, 1, 0)),
  },
  {
    name: 'a length of 2^52',
    code: 1009,
    run: (raw) => void raw.socket.write(rawFrame(0x82, bytes(1), 2 ** 52)),
  },
  {
    name: 'a message too large',
    code: 1009,
    run: (raw) => void raw.socket.write(rawFrame(0x82, bytes(1), 40_000_000)),
  },
  {
    name: 'a hundred thousand fragments',
    code: 1008,
    run: (raw) => {
      raw.socket.write(rawFrame(0x02, bytes(0)))
      raw.socket.write(Buffer.concat(Array.from({ length: 100_000 }, () => rawFrame(0x00, bytes(0)))))
    },
  },
  {
    name: 'the whole board, asked for again and again',
    code: 4429,
    run: (raw) =>
      sendAll(
        raw,
        Array.from({ length: 500 }, () => everything),
      ),
  },
  {
    name: 'changes that build on what is missing',
    code: null,
    run: (raw) =>
      sendAll(
        raw,
        laterUpdates(300, 60_000).map((each) => update(each)),
      ),
  },
  {
    name: 'thousands of small ones',
    code: 4422,
    run: (raw) =>
      sendAll(
        raw,
        laterUpdates(2500, 4).map((each) => update(each)),
      ),
  },
  { name: 'deletes of nothing', code: 4422, run: (raw) => raw.send(update(deletesOfNothing(600_000))) },
  { name: 'thousands of clients in one place', code: 4429, run: (raw) => raw.send(update(crowd(3000), 1)) },
  {
    name: 'a state vector of a million',
    code: 4422,
    run: (raw) => raw.send(update(longVector(1_000_000), 0)),
  },
  { name: 'a hundred thousand clients', code: 4422, run: (raw) => raw.send(update(crowd(100_000), 1)) },
  { name: 'clients that wait for each other', code: 4422, run: (raw) => raw.send(update(chain(15_000))) },
  { name: 'a value nested deep', code: 4422, run: (raw) => raw.send(update(nestedValue(20_000))) },
  { name: 'a key that is __proto__', code: 4422, run: (raw) => raw.send(update(protoKey())) },
  {
    name: 'presence nested deep',
    code: 4422,
    run: (raw) =>
      raw.send(presence([{ client: 5, clock: 1, state: `{"a":${'['.repeat(7000)}${']'.repeat(7000)}}` }])),
  },
  {
    name: 'presence of ten megabytes',
    code: 4413,
    run: (raw) => raw.send(presence([{ client: 5, clock: 1, state: `{"a":"${'x'.repeat(10_000_000)}"}` }])),
  },
  {
    name: 'presence of a hundred thousand',
    code: 4422,
    run: (raw) =>
      raw.send(presence(Array.from({ length: 100_000 }, (_, client) => ({ client, clock: 1, state: '{}' })))),
  },
  {
    name: 'a flood of presence',
    code: 4429,
    run: (raw) => {
      const message = (clock: number) => rawFrame(0x82, presence([{ client: 5, clock, state: '{"a":1}' }]))
      raw.socket.write(Buffer.concat(Array.from({ length: 20_000 }, (_, clock) => message(clock))))
    },
  },
  {
    name: 'presence that is no JSON',
    code: 4422,
    run: (raw) => raw.send(presence([{ client: 5, clock: 1, state: '{' }])),
  },
  {
    name: 'ink of a megabyte',
    code: 4413,
    run: (raw) => raw.send(Uint8Array.from([9, ...encodeBytes(new Uint8Array(1_000_000))])),
  },
  {
    name: 'readers that never read',
    code: null,
    async run(raw, port) {
      const path = '/rooms/lair/drawing?name=eve'
      const asleep = await Promise.all(Array.from({ length: 5 }, () => openRaw(port, path)))
      for (const each of asleep) {
        each.socket.pause()
        each.send(everything)
      }
      const doc = new Y.Doc()
      doc.on('update', (each: Uint8Array) => raw.send(update(each)))
      for (let n = 0; n < 60; n++) doc.getMap('strokes').set(`k${n % 3}`, new Uint8Array(100_000).fill(n))
    },
  },
  {
    name: 'upgrades that are never finished',
    code: null,
    run: (_raw, port) => {
      for (let n = 0; n < 800; n++) {
        const half = connect(port, '127.0.0.1')
        half.on('error', () => {})
        half.write('GET /rooms/lair/drawing HTTP/1.1\r\nhost: [::\r\nupgrade: websocket\r\nconn')
        half.unref()
        setTimeout(() => half.destroy(), 3000).unref()
      }
    },
  },
]

function encodeBytes(content: Uint8Array): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint8Array(out, content)
  return encoding.toUint8Array(out)
}
