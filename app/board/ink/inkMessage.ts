import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type ColourName, type Fill, fills, palette, type SizeName, sizes } from '#db/board/palette.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'

/**
 * The newest points of a line while the pen is down. Each message says how the line looks, which points it begins
 * with, and those points: what is lost on the way is a gap for a moment, until the finished stroke comes.
 */
export type InkMessage = {
  stroke: string
  panel: string
  index: string
  x: number
  y: number
  scale: number
  colour: ColourName
  fill: Fill
  size: SizeName
  isClosed: boolean
  isPen: boolean
  /** Place of the first point sent among all points of the line; 0 begins a line. */
  from: number
  points: InkPoint[]
}
/** `straight`: the way to this point was ruled. */
export type InkPoint = { x: number; y: number; z: number; straight: boolean }

const grid = 16
/** What one message carries at most: under the 4 kB that a room passes on, whatever the points are. */
export const maxInkPoints = 300

export function encodeInkMessage(ink: InkMessage): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarString(out, ink.stroke)
  encoding.writeVarString(out, ink.panel)
  encoding.writeVarString(out, ink.index)
  encoding.writeFloat32(out, ink.x)
  encoding.writeFloat32(out, ink.y)
  encoding.writeFloat32(out, ink.scale)
  encoding.writeUint8(
    out,
    palette.findIndex((colour) => colour.name === ink.colour),
  )
  encoding.writeUint8(out, fills.indexOf(ink.fill))
  encoding.writeUint8(
    out,
    sizes.findIndex((size) => size.name === ink.size),
  )
  encoding.writeUint8(out, (ink.isClosed ? 1 : 0) | (ink.isPen ? 2 : 0))
  encoding.writeVarUint(out, ink.from)
  encoding.writeVarUint(out, ink.points.length)
  let [lastX, lastY] = [0, 0]
  for (const point of ink.points) {
    const [x, y] = [Math.round(point.x * grid), Math.round(point.y * grid)]
    encoding.writeVarInt(out, x - lastX)
    encoding.writeVarInt(out, y - lastY)
    // 7 bits of pressure are enough for what is seen for a second; the eighth says straight.
    encoding.writeUint8(out, Math.round(clamp(point.z) * 127) | (point.straight ? 128 : 0))
    ;[lastX, lastY] = [x, y]
  }
  return encoding.toUint8Array(out)
}

/** Null for what is not ink: other people's programs write it too. */
export function decodeInkMessage(bytes: Uint8Array): InkMessage | null {
  try {
    return readInk(decoding.createDecoder(bytes))
  } catch {
    return null
  }
}

function readInk(from: decoding.Decoder): InkMessage | null {
  const [stroke, panel, index] = [
    decoding.readVarString(from),
    decoding.readVarString(from),
    decoding.readVarString(from),
  ]
  const [x, y, scale] = [decoding.readFloat32(from), decoding.readFloat32(from), decoding.readFloat32(from)]
  const colour = palette[decoding.readUint8(from)]?.name ?? 'black'
  const fill = fills[decoding.readUint8(from)] ?? 'none'
  const size = sizes[decoding.readUint8(from)]?.name ?? 'm'
  const flags = decoding.readUint8(from)
  const start = decoding.readVarUint(from)
  const count = decoding.readVarUint(from)
  if (count > maxInkPoints || start > 20_000 || ![x, y, scale].every(Number.isFinite)) return null
  let [lastX, lastY] = [0, 0]
  const points = Array.from({ length: count }, (): InkPoint => {
    lastX += decoding.readVarInt(from)
    lastY += decoding.readVarInt(from)
    const z = decoding.readUint8(from)
    return { x: lastX / grid, y: lastY / grid, z: (z & 127) / 127, straight: z > 127 }
  })
  const [isClosed, isPen] = [(flags & 1) === 1, (flags & 2) === 2]
  return { stroke, panel, index, x, y, scale, colour, fill, size, isClosed, isPen, from: start, points }
}

const clamp = (part: number) => Math.max(0, Math.min(1, part))

/** The points of a line's segments in one row; equal joints of neighbouring segments stay twice. */
export function inkPoints(segments: readonly Segment[]): InkPoint[] {
  return segments.flatMap(({ type, points }) =>
    points.map(({ x, y, z = 0.5 }, at) => ({ x, y, z, straight: type === 'straight' && at > 0 })),
  )
}
type Segment = { type: 'free' | 'straight'; points: { x: number; y: number; z?: number | undefined }[] }

/** Back to segments that draw the same line. */
export function segmentsOfInk(points: readonly InkPoint[]): StrokeRecord['segments'] {
  const segments: StrokeRecord['segments'] = []
  for (const { straight, ...point } of points) {
    const type = straight ? 'straight' : 'free'
    const last = segments[segments.length - 1]
    if (last?.type === type) last.points.push(point)
    else if (straight && last) segments.push({ type, points: [last.points[last.points.length - 1]!, point] })
    else segments.push({ type, points: [point] })
  }
  return segments
}
