import { z } from 'zod'

// Room for any id that we make (21 characters of a url-safe alphabet) and none for a path or a novel.
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const UserId = id.brand<'UserId'>()
export const ProjectId = id.brand<'ProjectId'>()
export const BoardId = id.brand<'BoardId'>()
export const SceneId = id.brand<'SceneId'>()
export const PanelId = id.brand<'PanelId'>()
export const TakeId = id.brand<'TakeId'>()
/** sha-256 of a file's bytes, hexadecimal. */
export const AssetHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AssetHash'>()

export type UserId = z.infer<typeof UserId>
export type ProjectId = z.infer<typeof ProjectId>
export type BoardId = z.infer<typeof BoardId>
export type SceneId = z.infer<typeof SceneId>
export type PanelId = z.infer<typeof PanelId>
export type TakeId = z.infer<typeof TakeId>
export type AssetHash = z.infer<typeof AssetHash>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A new id of 126 random bits. `getRandomValues` works on plain http, where `randomUUID` is missing. */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(21))
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('')
}
