import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodePng, encodePreview, type Pixels } from '#models/image.ts'

/** Noise, which no encoder makes small. */
function noise(width: number, height: number): Pixels {
  let state = 1
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return at % 4 === 3 ? 255 : state >>> 24
  })
  return { width, height, data }
}

test('a preview fits its message, whatever is in it', async () => {
  for (const [width, height] of [
    [1024, 576],
    [2048, 1152],
    [324, 576],
  ] as const) {
    const preview = await encodePreview(noise(width, height))
    expect(preview.bytes.byteLength).toBeLessThanOrEqual(30_000)
    const { format, ...size } = await sharp(preview.bytes).metadata()
    expect(format).toBe('webp')
    expect([size.width, size.height]).toEqual([preview.width, preview.height])
    expect(preview.width / preview.height).toBeCloseTo(width / height, 1)
  }
})

test('a picture keeps every pixel', async () => {
  const pixels = noise(40, 30)
  const { bytes } = await encodePng(pixels)
  const { data } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(data.equals(Buffer.from(pixels.data))).toBe(true)
})
