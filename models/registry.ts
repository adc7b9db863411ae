import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ModelState } from './generator.ts'
import { checkFiles, type Manifest, readManifest } from './manifest.ts'
import { pipelines } from './pipelines/index.ts'

/** A model's folder as it was found. */
export type Model = {
  id: string
  name: string
  folder: string
} & ({ manifest: Manifest; reason: null } | { manifest: Manifest | null; reason: string })

const builtin = fileURLToPath(new URL('./builtin', import.meta.url))

/** The built-in model first, then each folder in the models' folder that has a manifest. */
export async function findModels(modelsDir: string, how: { thorough?: boolean } = {}): Promise<Model[]> {
  const entries = existsSync(modelsDir) ? await readdir(modelsDir) : []
  const folders = entries.map((name) => join(modelsDir, name)).filter(hasManifest)
  const models: Model[] = []
  for (const folder of [builtin, ...folders]) {
    const model = await readModel(folder, how)
    // The built-in painter cannot be replaced under its own name, nor one model by another.
    if (models.every(({ id }) => id !== model.id)) models.push(model)
  }
  return models
}

export const stateOf = ({ id, name, reason }: Model): ModelState => ({
  ...{ id, name, reason },
  ready: reason === null,
})

const hasManifest = (folder: string) => existsSync(join(folder, 'manifest.json'))

async function readModel(folder: string, how: { thorough?: boolean }): Promise<Model> {
  const manifest = await readManifest(folder)
  if ('wrong' in manifest) {
    const [id, name] =
      folder === builtin ? ['konte-painter', 'Konte painter'] : [basename(folder), basename(folder)]
    return { id, name, folder, manifest: null, reason: manifest.wrong }
  }
  const { id, name } = manifest
  if (!Object.hasOwn(pipelines, manifest.pipeline))
    return { id, name, folder, manifest, reason: `This Konte has no pipeline “${manifest.pipeline}” for it.` }
  return { id, name, folder, manifest, reason: await checkFiles(folder, manifest, how) }
}
