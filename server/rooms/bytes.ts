/** Bytes that another thread can read without a copy, and that sockets and SQLite take as they are. */
export const sharedBytes = (length: number): Buffer => Buffer.from(new SharedArrayBuffer(length))

export function copyShared(bytes: Uint8Array): Buffer {
  const copy = sharedBytes(bytes.length)
  copy.set(bytes)
  return copy
}

/** Bytes that a varint of this number takes (lib0's: seven bits a byte, low bits first). */
export function varintLength(n: number): number {
  let length = 1
  for (let rest = n; rest > 127; rest = Math.floor(rest / 128)) length++
  return length
}

/** Writes a varint and returns the place behind it. */
export function putVarint(to: Uint8Array, at: number, n: number): number {
  let rest = n
  let place = at
  while (rest > 127) {
    to[place++] = 128 | (rest % 128)
    rest = Math.floor(rest / 128)
  }
  to[place++] = rest
  return place
}

/** Bytes of the WebSocket header in front of a message. */
export const headLength = (length: number): number => (length < 126 ? 2 : length < 65536 ? 4 : 10)

/** Header of one whole, unmasked binary message: the same for every reader, so it is made once (RFC 6455, 5.2). */
export function putHead(to: Buffer, at: number, length: number): number {
  to[at] = 0x82
  if (length < 126) {
    to[at + 1] = length
    return at + 2
  }
  if (length < 65536) {
    to[at + 1] = 126
    to.writeUInt16BE(length, at + 2)
    return at + 4
  }
  to[at + 1] = 127
  to.writeBigUInt64BE(BigInt(length), at + 2)
  return at + 10
}

export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafeSlow(headLength(message.length) + message.length)
  framed.set(message, putHead(framed, 0, message.length))
  return framed
}

/** Sync messages of y-protocols: 0, then one of these, then the bytes with their length in front. */
export const sync = { step1: 0, step2: 1, update: 2 } as const

export function syncMessage(step: number, bytes: Uint8Array): Buffer {
  const message = Buffer.allocUnsafeSlow(2 + varintLength(bytes.length) + bytes.length)
  message[0] = 0
  message[1] = step
  message.set(bytes, putVarint(message, 2, bytes.length))
  return message
}

/** A sync message in its WebSocket frame, on shared memory. */
export function syncFrame(step: number, bytes: Uint8Array): Buffer {
  const length = 2 + varintLength(bytes.length) + bytes.length
  const framed = sharedBytes(headLength(length) + length)
  let at = putHead(framed, 0, length)
  framed[at++] = 0
  framed[at++] = step
  at = putVarint(framed, at, bytes.length)
  framed.set(bytes, at)
  return framed
}

/** The updates in a run of frames that `syncFrame` or a flush made. */
export function* updatesIn(frames: Uint8Array): Generator<Buffer> {
  const bytes = Buffer.from(frames.buffer, frames.byteOffset, frames.length)
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1] ?? 0
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    const length =
      short === 126
        ? bytes.readUInt16BE(at + 2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short
    const end = at + head + length
    let update = at + head + 2
    while ((bytes[update++] ?? 0) & 128);
    yield bytes.subarray(update, end)
    at = end
  }
}
