import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ColourName, Fill, SizeName } from './palette.ts'
import { fills, palette, sizes } from './palette.ts'

/**
 * One pen stroke as it is kept: a single binary value in the drawing, written once at pen-up
 * (12,000 strokes are 4.2 MB and apply in 0.1 s; as maps with JSON points 35 MB and 1.5 s).
 */
export type StrokeRecord = {
  /** Panel it was drawn in; its points are in that panel's units. */
  panel: string
  /** Fractional index: the order of painting within the panel. */
  index: string
  x: number
  y: number
  /** Radians. */
  rotation: number
  scale: number
  /** 0..1 */
  opacity: number
  colour: ColourName
  fill: Fill
  size: SizeName
  isClosed: boolean
  /** Drawn with a real pen: pressure is measured, not simulated. */
  isPen: boolean
  /** Who drew it and when (seconds since 1970): the credits are made from this. */
  by: string
  at: number
  segments: { type: 'free' | 'straight'; points: { x: number; y: number; z: number }[] }[]
}

const version = 1
/** Points lie on a grid of 1/16 unit: the error is at most 0.045 units. */
const grid = 16
const maxPoints = 20_000

/** Signed to unsigned so that small steps of either sign take one byte. */
const zigzag = (n: number) => (n < 0 ? -2 * n - 1 : 2 * n)
const zagzig = (n: number) => (n % 2 === 1 ? -(n + 1) / 2 : n / 2)
const place = <T>(list: readonly T[], found: number): number =>
  found < 0 || found >= list.length ? 0 : found

export function encodeStroke(stroke: StrokeRecord): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeUint8(out, version)
  encoding.writeVarString(out, stroke.panel)
  encoding.writeVarString(out, stroke.index)
  encoding.writeFloat32(out, stroke.x)
  encoding.writeFloat32(out, stroke.y)
  encoding.writeFloat32(out, stroke.rotation)
  encoding.writeFloat32(out, stroke.scale)
  encoding.writeUint8(out, Math.round(stroke.opacity * 255))
  encoding.writeUint8(
    out,
    place(
      palette,
      palette.findIndex((colour) => colour.name === stroke.colour),
    ),
  )
  encoding.writeUint8(out, place(fills, fills.indexOf(stroke.fill)))
  encoding.writeUint8(
    out,
    place(
      sizes,
      sizes.findIndex((size) => size.name === stroke.size),
    ),
  )
  encoding.writeUint8(out, (stroke.isClosed ? 1 : 0) | (stroke.isPen ? 2 : 0))
  encoding.writeVarString(out, stroke.by)
  encoding.writeVarUint(out, Math.max(0, Math.round(stroke.at)))
  encoding.writeVarUint(out, stroke.segments.length)
  for (const segment of stroke.segments) writeSegment(out, segment)
  return encoding.toUint8Array(out)
}

function writeSegment(out: encoding.Encoder, segment: StrokeRecord['segments'][number]): void {
  encoding.writeUint8(out, segment.type === 'straight' ? 1 : 0)
  encoding.writeVarUint(out, segment.points.length)
  let lastX = 0
  let lastY = 0
  for (const point of segment.points) {
    // Differences of quantised values: the error of one point is not carried to the next.
    const x = Math.round(point.x * grid)
    const y = Math.round(point.y * grid)
    encoding.writeVarUint(out, zigzag(x - lastX))
    encoding.writeVarUint(out, zigzag(y - lastY))
    encoding.writeUint8(out, Math.max(0, Math.min(255, Math.round(point.z * 255))))
    lastX = x
    lastY = y
  }
}

/** The stroke, or null when the bytes are not one (a stranger's, or a newer program's): it is then left alone. */
export function decodeStroke(bytes: Uint8Array): StrokeRecord | null {
  try {
    return readStroke(decoding.createDecoder(bytes))
  } catch {
    return null
  }
}

function readStroke(from: decoding.Decoder): StrokeRecord | null {
  if (decoding.readUint8(from) !== version) return null
  const panel = decoding.readVarString(from)
  const index = decoding.readVarString(from)
  const [x, y, rotation, scale] = [0, 0, 0, 0].map(() => decoding.readFloat32(from)) as [
    number,
    number,
    number,
    number,
  ]
  const opacity = decoding.readUint8(from) / 255
  const colour = palette[decoding.readUint8(from)]?.name ?? 'black'
  const fill = fills[decoding.readUint8(from)] ?? 'none'
  const size = sizes[decoding.readUint8(from)]?.name ?? 'm'
  const flags = decoding.readUint8(from)
  const by = decoding.readVarString(from)
  const at = decoding.readVarUint(from)
  const count = decoding.readVarUint(from)
  if (count > maxPoints || ![x, y, rotation, scale].every(Number.isFinite)) return null
  const segments = Array.from({ length: count }, () => readSegment(from))
  const isClosed = (flags & 1) === 1
  const isPen = (flags & 2) === 2
  return {
    panel,
    index,
    x,
    y,
    rotation,
    scale,
    opacity,
    colour,
    fill,
    size,
    isClosed,
    isPen,
    by,
    at,
    segments,
  }
}

function readSegment(from: decoding.Decoder): StrokeRecord['segments'][number] {
  const type = decoding.readUint8(from) === 1 ? 'straight' : 'free'
  const count = decoding.readVarUint(from)
  if (count > maxPoints) throw new RangeError('too many points')
  let x = 0
  let y = 0
  const points = Array.from({ length: count }, () => {
    x += zagzig(decoding.readVarUint(from))
    y += zagzig(decoding.readVarUint(from))
    return { x: x / grid, y: y / grid, z: decoding.readUint8(from) / 255 }
  })
  return { type, points }
}
