import { fileURLToPath } from 'node:url'
import type { Generator, ModelState, Painting, Progress, Recipe } from './generator.ts'
import { Stopped } from './generator.ts'
import { type Limits, type Log, PaintingProcess } from './paintingProcess.ts'

type Options = {
  /** Folder of models that people bring. */
  modelsDir: string
  log: Log
  /** Another program that speaks messages.ts. */
  program?: string
} & Partial<Limits>

/** Said of the built-in model while its process does not start. */
const notStarting: ModelState = {
  id: 'konte-painter',
  name: 'Konte painter',
  ready: false,
  reason: 'The painter does not start. Why is in the log of the server.',
}

/**
 * Paints in a process of its own. ONNX runs block the thread they are on and cannot be interrupted, and a native
 * crash ends its process: this way neither is the server's.
 */
export async function openGenerator(options: Options): Promise<Generator> {
  const { modelsDir, log, program = paintingProgram, ...limits } = options
  return new ChildGenerator(
    () => new PaintingProcess({ program, args: [modelsDir], log, limits: { ...usualLimits, ...limits } }),
  )
}

const paintingProgram = fileURLToPath(new URL('./worker.ts', import.meta.url))
const usualLimits: Limits = { startMs: 60_000, patienceMs: 4_000, silenceMs: 30_000 }
/** A process that dies at once is started again after so long, then twice as long, and so on. */
const [shortestPauseMs, longestPauseMs] = [250, 30_000]

class ChildGenerator implements Generator {
  readonly #open: () => PaintingProcess
  #process: PaintingProcess | null = null
  #models: ModelState[] = [notStarting]
  #line: Promise<unknown> = Promise.resolve()
  #pauseMs = shortestPauseMs
  #restart: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(open: () => PaintingProcess) {
    this.#open = open
    this.#start()
  }

  async models(): Promise<ModelState[]> {
    await this.#process?.hello.catch(() => {})
    return this.#models
  }

  /** One picture at a time: two would only take twice as long each. */
  run(recipe: Recipe, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Painting> {
    const turn = this.#line.then(async () => {
      if (signal.aborted || this.#isClosed) throw new Stopped()
      const painting = this.#process?.isAlive ? this.#process : this.#start()
      return await painting.run(recipe, onProgress, signal)
    })
    this.#line = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#restart) clearTimeout(this.#restart)
    await this.#process?.close()
  }

  #start(): PaintingProcess {
    if (this.#restart) clearTimeout(this.#restart)
    const painting = this.#open()
    this.#process = painting
    painting.hello.then(
      (models) => {
        this.#models = models
        this.#pauseMs = shortestPauseMs
      },
      () => {},
    )
    void painting.gone.then(() => {
      // Somebody may have been in need of one, and started it, already.
      if (this.#isClosed || this.#process !== painting) return
      this.#process = null
      this.#restart = setTimeout(() => this.#start(), this.#pauseMs)
      this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2)
    })
    return painting
  }
}
