import { Capture } from '#db/board/capture.ts'
import type { AssetHash } from '#db/ids.ts'
import type { Layout } from '#models/generator.ts'
import type { Assets } from '#server/assets/store.ts'
import { Failure } from '#server/errors.ts'

type Hashes = { picture: AssetHash; strokes: AssetHash }

/** Refuses, in words, a capture that no take could be made from. */
export async function checkCaptured(assets: Assets, { picture, strokes }: Hashes): Promise<void> {
  if (!(await assets.has(picture)) || !(await assets.has(strokes)))
    throw new Failure('invalid', 'The drawing of this panel did not arrive. Try again.')
  const { mime } = await assets.stat(picture)
  if (mime !== 'image/png') throw new Failure('invalid', 'The picture of this panel is not a PNG.')
  await readStrokes(assets, strokes)
}

export async function readStrokes(assets: Assets, hash: AssetHash): Promise<Layout> {
  const { bytes, mime } = await assets.get(hash)
  const parsed = Capture.safeParse(mime === 'application/json' ? parseJson(bytes) : null)
  if (!parsed.success)
    throw new Failure('invalid', 'The strokes of this panel cannot be read. Reload the page and try again.')
  const { width, height, strokes } = parsed.data
  if (width > 4 * height || height > 4 * width)
    throw new Failure('invalid', 'This panel is more than four times as long as it is wide.')
  return { width, height, strokes }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
