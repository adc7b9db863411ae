import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

/** `manifest.json` in a model's folder: what it is, under which licence, and its files as they must be. */
export const Manifest = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'an id is lower-case letters, digits and dashes'),
  name: z.string().min(1).max(80),
  licence: z.string().min(1).max(200),
  pipeline: z.string(),
  files: z.array(
    z.object({
      // Inside the folder: a manifest that somebody else wrote must not reach out of it.
      path: z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'a path stays in the folder of the model'),
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

/** Files above that are hashed only when somebody asks to check them; their size is looked at always. */
const quickBytes = 64e6

/** What is wrong with the files, in one sentence; null when they are as the manifest says. */
export async function checkFiles(
  folder: string,
  { files }: Manifest,
  { thorough = false } = {},
): Promise<string | null> {
  for (const { path, bytes, sha256 } of files) {
    const found = await stat(join(folder, path)).catch(() => null)
    if (!found?.isFile()) return `Its file ${path} is missing: copy the model into its folder again.`
    const isWhole = found.size === bytes
    const isHashed = thorough || bytes <= quickBytes
    if (!isWhole || (isHashed && (await hashFile(join(folder, path))) !== sha256))
      return `Its file ${path} is damaged or from another version: copy the model into its folder again.`
  }
  return null
}

/** Writes the manifest anew for the files as they are now. */
export async function sealManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json')
  const manifest = Manifest.parse(JSON.parse(await readFile(path, 'utf8')))
  for (const file of manifest.files) {
    file.bytes = (await stat(join(folder, file.path))).size
    file.sha256 = await hashFile(join(folder, file.path))
  }
  await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * One hash for all that decides how a picture turns out: the model's files, and the program that paints with them.
 * Takes with the same hash and the same recipe are the same picture.
 */
export async function hashModel({ files }: Manifest, sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { path, sha256 } of files) hash.update(`${path} ${sha256}\n`)
  for (const source of sources) hash.update(await hashSources(source))
  return hash.digest('hex')
}

async function hashSources(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(ts|json)$/.test(name))
    .sort()
  const hash = createHash('sha256')
  for (const name of names)
    hash.update(`${name.replaceAll('\\', '/')}\n`).update(await readFile(join(folder, name)))
  return hash.digest('hex')
}
