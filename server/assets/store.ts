import { createHash } from 'node:crypto'
import { access, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { AssetHash, type UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { assets } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { Log } from '#server/log.ts'
import { checkAsset } from './check.ts'
import { sweepUnfinished, writeWhole } from './write.ts'

export type AssetLimits = { bytes: number; side: number }
export type Asset = { mime: string; bytes: number; width: number | null; height: number | null }
export type Origin = { mime?: string; by?: UserId }

/** Widths that a thumbnail may have, pixels. */
export const thumbnailWidths = [160, 320, 640, 1280] as const
export type ThumbnailWidth = (typeof thumbnailWidths)[number]

/** Files by the sha-256 of their bytes: nothing is ever changed or overwritten. Another store is another object of this type. */
export type Assets = {
  /** Checks and keeps the bytes; they are on the disk when this resolves. */
  put(bytes: Uint8Array, origin?: Origin): Promise<AssetHash>
  get(hash: AssetHash): Promise<{ bytes: Buffer; mime: string }>
  has(hash: AssetHash): Promise<boolean>
  stat(hash: AssetHash): Promise<Asset>
  /** Path of a local file with the bytes, for whoever serves ranges of it. */
  file(hash: AssetHash): Promise<string>
  /** Path of a WebP at most that wide; a file that is no picture has none. */
  thumbnail(hash: AssetHash, width: ThumbnailWidth): Promise<string>
}

type Store = { db: Db; folder: string; log: Log; limits: AssetLimits }

export async function openAssets(store: Store): Promise<Assets> {
  const { db, folder } = store
  await mkdir(folder, { recursive: true })
  await sweepUnfinished(folder)
  const path = (hash: AssetHash) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  const find = (hash: AssetHash) => db.select().from(assets).where(eq(assets.hash, hash)).get()
  async function stat(hash: AssetHash): Promise<Asset> {
    const row = find(hash)
    if (!row) throw new Failure('notFound', 'This picture is not kept here.')
    return { mime: row.mime, bytes: row.bytes, width: row.width, height: row.height }
  }
  async function file(hash: AssetHash): Promise<string> {
    await stat(hash)
    return path(hash)
  }
  return {
    stat,
    file,
    has: async (hash) => find(hash) !== undefined && (await exists(path(hash))),
    get: async (hash) => ({ mime: (await stat(hash)).mime, bytes: await readKept(path(hash)) }),
    put: (bytes, origin = {}) => putAsset(store, path, bytes, origin),
    async thumbnail(hash, width) {
      const { mime } = await stat(hash)
      if (!mime.startsWith('image/')) throw new Failure('notFound', 'This file is not a picture.')
      const small = `${path(hash)}.${width}.webp`
      if (!(await exists(small))) {
        const picture = sharp(path(hash)).resize({ width, withoutEnlargement: true }).webp({ quality: 82 })
        await writeWhole(folder, small, await picture.toBuffer())
      }
      return small
    },
  }
}

async function putAsset(
  { db, folder, log, limits }: Store,
  path: (hash: AssetHash) => string,
  bytes: Uint8Array,
  { mime, by }: Origin,
): Promise<AssetHash> {
  const hash = hashOf(bytes)
  if (await exists(path(hash))) {
    // The file came before its row: a crash between the two is mended by the next upload.
    if (db.select().from(assets).where(eq(assets.hash, hash)).get()) return hash
  }
  const asset = await checkAsset(bytes, mime, limits)
  try {
    await writeWhole(folder, path(hash), bytes)
    db.insert(assets)
      .values({ hash, ...asset, by: by ?? null, made: new Date() })
      .onConflictDoNothing()
      .run()
  } catch (error) {
    if (!isFull(error)) throw error
    log.error('asset.diskFull', { bytes: bytes.byteLength })
    throw new Failure(
      'diskFull',
      "The server's disk is full: the picture was not kept. Ask whoever runs it to make room.",
    )
  }
  log.debug('asset.kept', { hash, bytes: bytes.byteLength, mime: asset.mime })
  return hash
}

export function hashOf(bytes: Uint8Array): AssetHash {
  return AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL'
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

async function readKept(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new Failure('notFound', 'The file of this picture is missing on the server.', { cause: error })
  }
}
