import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'

export type Raw = {
  socket: Socket
  /** Sends a message as it should be. */
  send(message: Uint8Array): void
  /** The code that the server closed with; 1006 when it only hung up. */
  closed: Promise<number>
}

/** A WebSocket of which every byte can be wrong. */
export function openRaw(port: number, path: string, isMute = false): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    }
    const asked = request({ port, host: '127.0.0.1', path, headers })
    asked.on('error', reject)
    asked.on('response', (response) => reject(new Error(`answered ${response.statusCode}`)))
    asked.on('upgrade', (_response, socket: Socket, head) => {
      socket.on('error', () => {})
      const closed = new Promise<number>((tell) => watch(socket, head, isMute, tell))
      resolve({ socket, send: (message) => socket.write(rawFrame(0x82, message)), closed })
    })
    asked.end()
  })
}

/** A client's frame under a mask of zeros, which changes nothing. */
export function rawFrame(first: number, payload: Uint8Array, claimed = payload.length): Buffer {
  const head =
    claimed < 126
      ? Buffer.from([first, 0x80 | claimed])
      : claimed < 65536
        ? Buffer.from([first, 0x80 | 126, claimed >> 8, claimed & 255])
        : Buffer.concat([Buffer.from([first, 0x80 | 127]), bigEndian(claimed)])
  return Buffer.concat([head, Buffer.alloc(4), payload])
}

function bigEndian(n: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(n))
  return bytes
}

function watch(socket: Socket, head: Buffer, isMute: boolean, tell: (code: number) => void): void {
  let left = Buffer.alloc(0)
  const hear = (bytes: Buffer) => {
    left = Buffer.concat([left, bytes])
    for (;;) {
      const frame = cutFrame(left)
      if (!frame) return
      const kind = (left[0] ?? 0) & 15
      if (kind === 9 && !isMute) socket.write(rawFrame(0x8a, frame.payload))
      if (kind === 8) tell(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005)
      left = left.subarray(frame.end)
    }
  }
  hear(head)
  socket.on('data', hear)
  socket.on('close', () => tell(1006))
}

function cutFrame(bytes: Buffer): { payload: Buffer; end: number } | null {
  const short = (bytes[1] ?? 0) & 127
  const head = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < head) return null
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < head + length) return null
  return { payload: bytes.subarray(head, head + length), end: head + length }
}
