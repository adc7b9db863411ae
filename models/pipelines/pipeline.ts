import type { Painting, Progress, Recipe } from '../generator.ts'

/** A way of making pictures with the files of one model. Throws `Stopped` soon after `stopped()` turns true. */
export type Pipeline = {
  run(
    recipe: Recipe,
    onProgress: (progress: Progress) => void,
    stopped: () => boolean,
  ): Promise<Omit<Painting, 'model' | 'ms'>>
}

export type OpenPipeline = (model: { folder: string }) => Promise<Pipeline>
