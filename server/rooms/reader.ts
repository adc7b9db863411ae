import { isUtf8 } from 'node:buffer'

/** What was received is not what it says it is: the sender is wrong or hostile. */
export class Malformed extends Error {
  override name = 'Malformed'
}

const empty = Buffer.alloc(0)
const deepest = 64

/** Steps over lib0's encodings without building what they describe. One is made per room and used again. */
export class Reader {
  bytes: Buffer = empty
  at = 0
  end = 0
  /** Where the last string began, and how many UTF-16 units it has (Yjs counts those). */
  textAt = 0
  textUnits = 0

  start(bytes: Uint8Array, at = 0): void {
    this.bytes = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
    this.end = bytes.length
  }

  byte(): number {
    if (this.at >= this.end) throw new Malformed('it ends too early')
    return this.bytes[this.at++] as number
  }

  varint(): number {
    let n = this.byte()
    if (n < 128) return n
    n &= 127
    for (let times = 128; times <= 2 ** 49; times *= 128) {
      const next = this.byte()
      n += (next & 127) * times
      if (next < 128) {
        if (n > Number.MAX_SAFE_INTEGER) throw new Malformed('a number is too large')
        return n
      }
    }
    throw new Malformed('a number is too long')
  }

  skip(length: number): void {
    if (length > this.end - this.at) throw new Malformed('a length is false')
    this.at += length
  }

  text(): void {
    const length = this.varint()
    const from = this.at
    this.skip(length)
    this.textAt = from
    this.textUnits = length
    for (let i = from; i < this.at; i++) {
      if ((this.bytes[i] as number) > 127) {
        this.countUnits(from)
        return
      }
    }
  }

  lastText(): string {
    return this.bytes.toString('utf8', this.textAt, this.at)
  }

  json(mayBeUndefined: boolean): void {
    this.text()
    const text = this.lastText()
    if (mayBeUndefined && text === 'undefined') return
    if (jsonDepth(this.bytes, this.textAt, this.at) > deepest)
      throw new Malformed('a value is nested too deep')
    try {
      JSON.parse(text)
    } catch {
      throw new Malformed('a value is not JSON')
    }
  }

  /** lib0's `any`. */
  any(depth: number): void {
    if (depth > deepest) throw new Malformed('a value is nested too deep')
    const kind = this.byte()
    if (kind === 127 || kind === 126 || kind === 121 || kind === 120) return
    if (kind === 119) this.text()
    else if (kind === 125) this.signed()
    else if (kind === 124) this.skip(4)
    else if (kind === 123 || kind === 122) this.skip(8)
    else if (kind === 116) this.skip(this.varint())
    else if (kind === 117) for (let n = this.varint(); n > 0; n--) this.any(depth + 1)
    else if (kind === 118) this.object(depth)
    else throw new Malformed('a value is of no known kind')
  }

  private object(depth: number): void {
    for (let n = this.varint(); n > 0; n--) {
      this.key()
      this.any(depth + 1)
    }
  }

  /** A key of an object or a map; the one that would change an object's prototype is refused. */
  key(): void {
    this.text()
    if (this.at - this.textAt === 9 && this.lastText() === '__proto__')
      throw new Malformed('a key is __proto__')
  }

  private signed(): void {
    for (let length = 0; this.byte() > 127; ) if (++length > 8) throw new Malformed('a number is too long')
  }

  private countUnits(from: number): void {
    if (!isUtf8(this.bytes.subarray(from, this.at))) throw new Malformed('a text is not UTF-8')
    this.textUnits = 0
    for (let i = from; i < this.at; i++) {
      const byte = this.bytes[i] as number
      if ((byte & 192) !== 128) this.textUnits += byte > 239 ? 2 : 1
    }
  }
}

/** How deep the brackets of a JSON text go: asked before anybody parses it. */
export function jsonDepth(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0
  let deepestSeen = 0
  let isText = false
  for (let i = from; i < to; i++) {
    const byte = bytes[i]
    if (isText) {
      if (byte === 92) i++
      else if (byte === 34) isText = false
    } else if (byte === 34) isText = true
    else if (byte === 91 || byte === 123) deepestSeen = Math.max(deepestSeen, ++depth)
    else if (byte === 93 || byte === 125) depth--
  }
  return deepestSeen
}
