import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * Konte's own message types on the drawing's socket, beside y-protocols' 0 sync, 1 awareness, 2 auth, 3 query
 * awareness. A message is its number as a varint, then the fields below.
 */
export const message = {
  /** Server to all: a picture of a take that is being painted. Kept by nobody. */
  preview: 7,
  /** Server to one: so many of this connection's updates (sync step 2 and update messages) are on disk. */
  kept: 8,
  /** Anyone to all others: the newest points of a stroke while the pen is down. Kept by nobody. */
  ink: 9,
} as const

export type Preview = { take: string; step: number; steps: number; webp: Uint8Array }

export function encodePreview({ take, step, steps, webp }: Preview): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, message.preview)
  encoding.writeVarString(out, take)
  encoding.writeVarUint(out, step)
  encoding.writeVarUint(out, steps)
  encoding.writeVarUint8Array(out, webp)
  return encoding.toUint8Array(out)
}

/** Reads what follows the message number. */
export function decodePreview(from: decoding.Decoder): Preview {
  const take = decoding.readVarString(from)
  const step = decoding.readVarUint(from)
  const steps = decoding.readVarUint(from)
  return { take, step, steps, webp: decoding.readVarUint8Array(from) }
}

export function encodeKept(count: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, message.kept)
  encoding.writeVarUint(out, count)
  return encoding.toUint8Array(out)
}

/** What a pen-down client sends; the server puts the sender's awareness client id in front and passes it on. */
export function encodeInk(ink: Uint8Array): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, message.ink)
  encoding.writeVarUint8Array(out, ink)
  return encoding.toUint8Array(out)
}

/** What the others receive: whose ink (the seat id the server knows) and the ink itself, unread by the server. */
export function encodeInkFrom(seat: string, ink: Uint8Array): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, message.ink)
  encoding.writeVarString(out, seat)
  encoding.writeVarUint8Array(out, ink)
  return encoding.toUint8Array(out)
}

export function decodeInkFrom(from: decoding.Decoder): { seat: string; ink: Uint8Array } {
  return { seat: decoding.readVarString(from), ink: decoding.readVarUint8Array(from) }
}

/** Why the server closed a socket. The page shows the sentence of the code in the reader's language. */
export const closeCodes = {
  signIn: 4401,
  notAllowed: 4403,
  noBoard: 4404,
  clientTooOld: 4409,
  tooLarge: 4413,
  badUpdate: 4422,
  tooMany: 4429,
} as const
export type CloseReason = keyof typeof closeCodes
