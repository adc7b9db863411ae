import sharp from 'sharp'
import {
  type Generator,
  type ModelState,
  type Painting,
  type Progress,
  type Recipe,
  Stopped,
} from '#models/generator.ts'

/** A generator whose every run waits for the test: it shows, ends, or breaks when the test says so. */
export type FakeGenerator = Generator & {
  /** Runs that were started, the newest last. */
  runs: FakeRun[]
  /** The next run that is started, or the oldest that no one has taken yet. */
  nextRun(): Promise<FakeRun>
  states: ModelState[]
}

export type FakeRun = {
  recipe: Recipe
  isOver: boolean
  show(progress: Progress): void
  finish(more?: Partial<Painting>): Promise<void>
  fail(error: Error): void
}

export function fakeGenerator(): FakeGenerator {
  const runs: FakeRun[] = []
  const untaken: FakeRun[] = []
  const waiting: ((run: FakeRun) => void)[] = []
  const states = [{ id: 'konte-painter', name: 'Konte painter', ready: true, reason: null }]
  return {
    runs,
    states,
    models: async () => states,
    close: async () => {},
    nextRun: () => {
      const run = untaken.shift()
      return run ? Promise.resolve(run) : new Promise((resolve) => waiting.push(resolve))
    },
    run: (recipe, onProgress, signal) =>
      new Promise<Painting>((resolve, reject) => {
        const fail = (error: Error) => {
          run.isOver = true
          reject(error)
        }
        const run: FakeRun = {
          recipe,
          isOver: false,
          show: onProgress,
          fail,
          async finish(more = {}) {
            run.isOver = true
            resolve({ ...(await aPainting(recipe)), ...more })
          },
        }
        if (signal.aborted) return fail(new Stopped())
        signal.addEventListener('abort', () => fail(new Stopped()))
        runs.push(run)
        const taker = waiting.shift()
        if (taker) taker(run)
        else untaken.push(run)
      }),
  }
}

async function aPainting({ width, height, seed }: Recipe): Promise<Painting> {
  const background = { r: seed % 256, g: 120, b: 90 }
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  const reading = {
    marks: [{ stroke: 's1', kind: 'lake', object: 0, sure: 0.9 }],
    words: [{ text: 'lake', means: 'lake' }],
    unknown: [],
  }
  const model = { id: 'konte-painter', name: 'Konte painter', sha256: 'a'.repeat(64) }
  return { width, height, bytes, reading, device: 'CPU', model, ms: 12 }
}
