import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '#db/ids.ts'

const unfinished = (folder: string) => join(folder, 'unfinished')

/** Writes beside, syncs, then renames: whoever finds the file finds all of it, also after the power failed. */
export async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(unfinished(folder), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  const beside = join(unfinished(folder), newId())
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** What an earlier run was writing when it died. */
export async function sweepUnfinished(folder: string): Promise<void> {
  await mkdir(unfinished(folder), { recursive: true })
  for (const name of await readdir(unfinished(folder)))
    await rm(join(unfinished(folder), name), { force: true })
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
