import type { ModelState, Painting, Progress, Recipe } from './generator.ts'
import { Unable } from './generator.ts'
import { hashModel } from './manifest.ts'
import { pipelines } from './pipelines/index.ts'
import type { Pipeline } from './pipelines/pipeline.ts'
import { findModels, type Model, stateOf } from './registry.ts'

type Opened = { pipeline: Pipeline; sha256: string }

/** The models that are here, opened when they are first used. */
export async function openStudio(modelsDir: string) {
  const models = await findModels(modelsDir)
  const opened = new Map<string, Promise<Opened>>()

  function open(model: Model): Promise<Opened> {
    const known = opened.get(model.id)
    if (known) return known
    const opening = openModel(model)
    opened.set(model.id, opening)
    // A model that could not be opened is tried again with the next take.
    opening.catch(() => opened.delete(model.id))
    return opening
  }

  return {
    models: (): ModelState[] => models.map(stateOf),

    async paint(
      recipe: Recipe,
      onProgress: (progress: Progress) => void,
      stopped: () => boolean,
    ): Promise<Omit<Painting, 'ms'>> {
      const model = models.find(({ id }) => id === recipe.model)
      if (!model) throw new Unable('The model of this take is not installed here. Choose another one.')
      const { pipeline, sha256 } = await open(model)
      const painted = await pipeline.run(recipe, onProgress, stopped)
      return { ...painted, model: { id: model.id, name: model.name, sha256 } }
    },
  }
}

async function openModel({ folder, manifest, reason }: Model): Promise<Opened> {
  if (!manifest || reason !== null) throw new Unable(reason ?? 'This model cannot be used.')
  const known = pipelines[manifest.pipeline as keyof typeof pipelines]
  return {
    sha256: await hashModel(manifest, known.sources),
    pipeline: await known.open({ folder }),
  }
}
