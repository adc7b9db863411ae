import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const FileFacts = z.object({
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

// Inside the folder: a manifest that somebody else wrote must not reach out of it.
const path = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'a path stays in the folder of the model')

/** `manifest.json` in a model's folder: what it is, under which licence, and its files as they must be. */
const Written = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'an id is lower-case letters, digits and dashes'),
  name: z.string().min(1).max(80),
  licence: z.string().min(1).max(200),
  pipeline: z.string(),
  /** Size and hash stand here, or in the `record` that training wrote beside the file. */
  files: z.array(z.union([FileFacts.extend({ path }), z.object({ path, record: path })])).min(1),
})

export type Manifest = Omit<z.infer<typeof Written>, 'files'> & {
  files: (z.infer<typeof FileFacts> & { path: string })[]
}

/** The manifest of a folder, or a sentence that says why there is none. */
export async function readManifest(folder: string): Promise<Manifest | { wrong: string }> {
  const json = await readJson(join(folder, 'manifest.json'))
  if (json === null)
    return { wrong: 'Its manifest.json cannot be read: copy the model into its folder again.' }
  const written = Written.safeParse(json)
  if (!written.success) return { wrong: `Its manifest.json is wrong: ${firstIssue(written.error)}.` }
  const files: Manifest['files'] = []
  for (const file of written.data.files) {
    if ('sha256' in file) files.push(file)
    else {
      const facts = FileFacts.safeParse(await readJson(join(folder, file.record)))
      if (!facts.success)
        return {
          wrong: `Its file ${file.record} is missing or damaged: copy the model into its folder again.`,
        }
      files.push({ path: file.path, ...facts.data })
    }
  }
  return { ...written.data, files }
}

const readJson = (file: string): Promise<unknown> =>
  readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null)

function firstIssue({ issues: [issue] }: z.ZodError): string {
  return issue ? [issue.path.join('.'), issue.message].filter(Boolean).join(': ') : 'it cannot be read'
}

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
