import sharp from 'sharp'
import type { Encoded } from './generator.ts'

/** Rows of red, green, blue, opacity; 8 bit each. */
export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray }

const preview = { width: 512, bytes: 30_000 }

export async function encodePng({ width, height, data }: Pixels): Promise<Encoded> {
  const bytes = await rgb({ width, height, data }).png({ compressionLevel: 6 }).toBuffer()
  return { width, height, bytes }
}

/** A small WebP that fits the message in which it travels. */
export async function encodePreview(pixels: Pixels): Promise<Encoded> {
  const width = Math.min(preview.width, pixels.width)
  const height = Math.max(1, Math.round((pixels.height * width) / pixels.width))
  const small = await rgb(pixels).resize({ width, height, kernel: 'linear' }).raw().toBuffer()
  for (const quality of [75, 50, 25, 1]) {
    const raw = { width, height, channels: 3 as const }
    const bytes = await sharp(small, { raw }).webp({ quality, effort: 1 }).toBuffer()
    if (bytes.byteLength <= preview.bytes || quality === 1) return { width, height, bytes }
  }
  throw new Error('no quality was tried')
}

/** Pictures have no holes: opacity is dropped. */
function rgb({ width, height, data }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
}
