import sharp from 'sharp'
import type { Encoded } from './generator.ts'

/** Rows of red, green, blue, opacity; 8 bit each. */
export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray }

const previewBytes = 30_000
/** Width in pixels and quality, the best first. */
const previewTries = [
  [512, 75],
  [512, 40],
  [384, 20],
  [256, 10],
  [128, 1],
] as const

export async function encodePng({ width, height, data }: Pixels): Promise<Encoded> {
  const bytes = await rgb({ width, height, data }).png({ compressionLevel: 6 }).toBuffer()
  return { width, height, bytes }
}

/** A small WebP that fits the message in which it travels: rather coarser, then smaller, than late. */
export async function encodePreview(pixels: Pixels): Promise<Encoded> {
  for (const [most, quality] of previewTries) {
    const width = Math.min(most, pixels.width)
    const height = Math.max(1, Math.round((pixels.height * width) / pixels.width))
    const small = rgb(pixels).resize({ width, height, kernel: 'linear' })
    const bytes = await small.webp({ quality, effort: 1 }).toBuffer()
    if (bytes.byteLength <= previewBytes) return { width, height, bytes }
  }
  throw new Error('even the smallest preview was too large')
}

/** Pictures have no holes: opacity is dropped. */
function rgb({ width, height, data }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
}
