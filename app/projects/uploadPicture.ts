import { digest } from 'lib0/hash/sha256'
import { AssetHash, type BoardId } from '#db/ids.ts'

/** Stores a picture under its hash, as the board's; throws what the server says of one that it refuses. */
export async function uploadPicture(file: Blob, board: BoardId): Promise<AssetHash> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Not crypto.subtle: on plain http a page has none.
  const hash = AssetHash.parse(
    Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  )
  const answer = await fetch(`/assets/${hash}?board=${board}`, { method: 'PUT', body: bytes })
  if (answer.ok) return hash
  const said = (await answer.json().catch(() => null)) as { failure?: string; message?: string } | null
  throw Object.assign(new Error(said?.message ?? ''), {
    data: said?.failure ? { failure: said.failure } : { requestId: answer.headers.get('x-request-id') ?? '' },
  })
}
