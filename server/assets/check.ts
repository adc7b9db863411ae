import sharp from 'sharp'
import { Capture } from '#db/board/capture.ts'
import { Failure } from '#server/errors.ts'
import type { Asset, AssetLimits } from './store.ts'

const pictures: { mime: string; is(bytes: Uint8Array): boolean }[] = [
  { mime: 'image/png', is: (bytes) => starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mime: 'image/jpeg', is: (bytes) => starts(bytes, 0, [0xff, 0xd8, 0xff]) },
  {
    mime: 'image/webp',
    is: (bytes) => starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50]),
  },
]
const json = 'application/json'

/** What the bytes are, by looking at them; what the sender called them only decides whether they may be JSON. */
export async function checkAsset(
  bytes: Uint8Array,
  mime: string | undefined,
  limits: AssetLimits,
): Promise<Asset> {
  if (bytes.byteLength === 0) throw new Failure('invalid', 'The file is empty.')
  if (bytes.byteLength > limits.bytes)
    throw new Failure('invalid', `The file is larger than ${Math.floor(limits.bytes / 1e6)} MB.`)
  if (mime === json) return { mime: json, bytes: bytes.byteLength, width: null, height: null }
  const picture = pictures.find((kind) => kind.is(bytes))
  if (!picture) throw new Failure('invalid', 'The file is not a PNG, JPEG or WebP picture.')
  const { width, height } = await readSize(bytes)
  if (width > limits.side || height > limits.side)
    throw new Failure(
      'invalid',
      `The picture is ${width} × ${height} pixels; at most ${limits.side} a side are taken.`,
    )
  return { mime: picture.mime, bytes: bytes.byteLength, width, height }
}

/** For what people upload: the only JSON is a panel's strokes. */
export function checkCapture(bytes: Uint8Array): void {
  const parsed = Capture.safeParse(parseJson(bytes))
  if (!parsed.success)
    throw new Failure('invalid', 'The strokes of the panel are not in the form Konte reads.')
}

/** Reads the header only: a picture that would unpack to gigabytes is refused before it is decoded. */
async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (error) {
    throw new Failure('invalid', 'The picture is damaged.', { cause: error })
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const starts = (bytes: Uint8Array, at: number, magic: number[]) =>
  magic.every((byte, offset) => bytes[at + offset] === byte)
