import { createHash, randomBytes } from 'node:crypto'

/** The secret part of a link: 144 random bits. Only its hash is kept, so a copy of the database opens no door. */
export function newKey(): { key: string; hash: string } {
  const key = randomBytes(18).toString('base64url')
  return { key, hash: hashKey(key) }
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
