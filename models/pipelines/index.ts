import { fileURLToPath } from 'node:url'
import { openBuiltin } from './builtin.ts'
import type { OpenPipeline } from './pipeline.ts'

type Known = {
  open: OpenPipeline
  /** Folders of the program that decide how its pictures turn out. */
  sources: string[]
}

const from = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url))

/** Every way of making pictures, by the name that manifests use. */
export const pipelines = {
  builtin: {
    open: openBuiltin,
    sources: [from('builtin'), from('pipelines')],
  },
} as const satisfies Record<string, Known>
