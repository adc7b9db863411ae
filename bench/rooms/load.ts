import WebSocket from 'ws'
import * as Y from 'yjs'

/** What the load process is told to do, by message; it answers with one message. */
export type Order =
  | { do: 'enter'; url: string; people: number }
  | { do: 'fill'; records: number }
  | { do: 'edit'; perSecond: number; seconds: number }
  | { do: 'join'; url: string; people: number }
  | { do: 'point'; perSecond: number; seconds: number }
  | { do: 'leave' }

const magic = Buffer.from('KonteBenchRecord')
const recordBytes = 400

type Member = {
  ws: WebSocket
  doc: Y.Doc
  sent: number
  open: { at: number; count: number }[]
  pointed: number
}

let members: Member[] = []
const seen = { arrived: 0, delays: [] as number[], kept: [] as number[], bytes: 0, presence: 0 }

const now = () => performance.now()
const stamp = (): Uint8Array => {
  const record = Buffer.alloc(recordBytes)
  magic.copy(record)
  record.writeDoubleLE(now(), magic.length)
  return new Uint8Array(record)
}

function message(type: number, step: number, update: Uint8Array): Buffer {
  const length: number[] = []
  for (let rest = update.length; ; rest = Math.floor(rest / 128)) {
    length.push(rest > 127 ? 128 | (rest & 127) : rest)
    if (rest <= 127) break
  }
  return Buffer.concat([Buffer.from(type === 0 ? [0, step, ...length] : [type, ...length]), update])
}

function hear(member: Member, bytes: Buffer): void {
  seen.bytes += bytes.length
  if (bytes[0] === 1) seen.presence++
  else if (bytes[0] === 8) hearKept(member, bytes)
  else if (bytes[0] === 0 && bytes[1] === 0) member.ws.send(message(0, 1, new Uint8Array([0, 0])))
  const at = bytes.length < 2000 ? bytes.indexOf(magic) : -1
  if (at < 0) return
  seen.arrived++
  seen.delays.push(now() - bytes.readDoubleLE(at + magic.length))
}

function hearKept(member: Member, bytes: Buffer): void {
  let count = 0
  for (let at = 1, times = 1; at < bytes.length; at++, times *= 128) count += ((bytes[at] ?? 0) & 127) * times
  while (member.open[0] && member.open[0].count <= count)
    seen.kept.push(now() - (member.open.shift()?.at ?? 0))
}

/** Comes in knowing nothing; resolves when it was sent the board. */
function enter(url: string): Promise<Member> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(url, { perMessageDeflate: false })
    const member: Member = { ws, doc: new Y.Doc(), sent: 0, open: [], pointed: 0 }
    ws.on('error', reject)
    ws.on('open', () => ws.send(message(0, 0, new Uint8Array([0]))))
    ws.on('message', (bytes: Buffer) => {
      if (bytes[0] === 0 && bytes[1] === 1) resolve(member)
      hear(member, bytes)
      // Our answer to what the server asked counts as a change of ours.
      if (bytes[0] === 0 && bytes[1] === 0) member.sent++
    })
    member.doc.on('update', (update: Uint8Array) => {
      member.sent++
      member.open.push({ at: now(), count: member.sent })
      ws.send(message(0, 2, update))
    })
  })
}

/** Calls so often a second, evenly, catching up when it comes late. */
function repeat(perSecond: number, seconds: number, call: (n: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const began = now()
    let done = 0
    const timer = setInterval(() => {
      const due = Math.min(seconds * perSecond, ((now() - began) / 1000) * perSecond)
      while (done < due) call(done++)
      if (now() - began < seconds * 1000) return
      clearInterval(timer)
      resolve()
    }, 2)
  })
}

const percentile = (list: number[], share: number): number =>
  list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0

function report(extra: object = {}) {
  const { arrived, delays, kept, bytes, presence } = seen
  const answer = {
    arrived,
    bytes,
    presence,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    keptP99: kept.length > 0 ? percentile(kept, 0.99) : null,
    ...extra,
  }
  Object.assign(seen, { arrived: 0, delays: [], kept: [], bytes: 0, presence: 0 })
  return answer
}

function point(member: Member): void {
  const state = JSON.stringify({ seat: 's', cursor: { x: member.pointed, y: 1 }, panel: null, selected: [] })
  const list: number[] = [1, ...varint(member.doc.clientID), ...varint(++member.pointed)]
  const text = Buffer.from(state)
  member.ws.send(message(1, 0, Buffer.concat([Buffer.from([...list, ...varint(text.length)]), text])))
}

function varint(n: number): number[] {
  const bytes: number[] = []
  let rest = n
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128))
  return [...bytes, rest]
}

async function obey(order: Order): Promise<object> {
  switch (order.do) {
    case 'enter':
      members = await Promise.all(Array.from({ length: order.people }, () => enter(order.url)))
      return report()
    case 'fill': {
      const doc = members[0]?.doc
      for (let n = 0; n < order.records; n += 100)
        doc?.transact(() => {
          for (let k = n; k < Math.min(order.records, n + 100); k++)
            doc.getMap('strokes').set(`r${k}`, stamp())
        })
      return report()
    }
    case 'edit':
      await repeat(order.perSecond, order.seconds, (n) => {
        const member = members[n % members.length]
        member?.doc.getMap('strokes').set(`r${n % 1000}`, stamp())
      })
      return report()
    case 'point':
      await repeat(order.perSecond * members.length, order.seconds, (n) =>
        point(members[n % members.length] as Member),
      )
      return report()
    case 'join': {
      const began = now()
      const joined = await Promise.all(Array.from({ length: order.people }, () => enter(order.url)))
      const ms = now() - began
      for (const { ws } of joined) ws.terminate()
      return report({ ms })
    }
    case 'leave':
      for (const { ws } of members) ws.terminate()
      return {}
  }
}

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer))
})
process.send?.({ isReady: true })
