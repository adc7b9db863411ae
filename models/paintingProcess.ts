import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import type { ModelState, Painting, Progress, Recipe } from './generator.ts'
import { Died, Stopped, Unable } from './generator.ts'
import type { FromChild, ToChild } from './messages.ts'

/** Events by name with their fields. */
export type Log = Record<'info' | 'warn' | 'error', (event: string, fields?: Record<string, unknown>) => void>

/** All in milliseconds. */
export type Limits = {
  /** Until the process must have said hello. */
  startMs: number
  /** Between asking a run to stop and killing the process that does not. */
  patienceMs: number
  /** A process that says nothing for so long in a run is taken for stuck. */
  silenceMs: number
}

type Run = {
  job: number
  onProgress: (progress: Progress) => void
  resolve: (painting: Painting) => void
  reject: (error: Error) => void
}

type Options = { program: string; args: string[]; log: Log; limits: Limits }

/** One painting process, from its start to its death. */
export class PaintingProcess {
  /** The models it has; fails when it dies before it could tell. */
  readonly hello: Promise<ModelState[]>
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  readonly #log: Log
  readonly #limits: Limits
  #jobs = 0
  #run: Run | null = null
  #silence: NodeJS.Timeout | undefined
  #isWanted = true
  #isAlive = true

  constructor({ program, args, log, limits }: Options) {
    this.#log = log
    this.#limits = limits
    this.#child = fork(program, args, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#yieldToServer()
    this.#logWords()
    this.hello = this.#awaitHello()
    this.hello.catch(() => {})
    this.gone = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        this.#onGone(code, signal)
        resolve()
      })
    })
    this.#child.on('message', (message) => this.#hear(message as FromChild))
    this.#child.on('error', (error) => log.error('painter.error', { error }))
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  async run(
    recipe: Recipe,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Painting> {
    await this.hello.catch(() => {
      throw new Died('The painting process did not start.')
    })
    if (signal.aborted) throw new Stopped()
    if (!this.#isAlive) throw new Died('The painting process ended.')
    const job = ++this.#jobs
    let patience: NodeJS.Timeout | undefined
    const onAbort = () => {
      this.#say({ kind: 'cancel', job })
      patience = setTimeout(() => this.#kill('painter.wouldNotStop'), this.#limits.patienceMs)
    }
    signal.addEventListener('abort', onAbort)
    try {
      return await new Promise<Painting>((resolve, reject) => {
        this.#run = { job, onProgress, resolve, reject }
        this.#listenFor(this.#limits.silenceMs)
        this.#say({ kind: 'job', job, recipe })
      })
    } catch (error) {
      // Killed because it would not stop: to the one who asked it did stop.
      throw signal.aborted ? new Stopped() : error
    } finally {
      this.#run = null
      clearTimeout(patience)
      clearTimeout(this.#silence)
      signal.removeEventListener('abort', onAbort)
    }
  }

  async close(): Promise<void> {
    this.#isWanted = false
    this.#child.kill('SIGKILL')
    await this.gone
  }

  #awaitHello(): Promise<ModelState[]> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#kill('painter.silentAtStart'), this.#limits.startMs)
      this.#child.once('message', (message: FromChild) => {
        clearTimeout(late)
        if (message.kind !== 'hello') return
        this.#log.info('painter.started', { pid: this.#child.pid })
        resolve(message.models)
      })
      this.#child.once('exit', () => {
        clearTimeout(late)
        reject(new Died('The painting process did not start.'))
      })
    })
  }

  #hear(message: FromChild): void {
    const run = this.#run
    if (!run) return
    this.#listenFor(this.#limits.silenceMs)
    if (!('job' in message) || message.job !== run.job) return
    switch (message.kind) {
      case 'progress':
        run.onProgress(message.progress)
        break
      case 'result':
        run.resolve(message.painting)
        break
      case 'stopped':
        run.reject(new Stopped())
        break
      case 'error':
        run.reject(message.words === null ? new Error(message.stack) : new Unable(message.words))
    }
  }

  #listenFor(ms: number): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#kill('painter.stuck'), ms)
  }

  #say(message: ToChild): void {
    // A channel that closed under us: the exit event says the rest.
    this.#child.send(message, () => {})
  }

  #kill(event: string): void {
    this.#log.warn(event, { pid: this.#child.pid })
    this.#child.kill('SIGKILL')
  }

  #onGone(code: number | null, signal: string | null): void {
    this.#isAlive = false
    if (this.#isWanted) this.#log.warn('painter.died', { pid: this.#child.pid, code, signal })
    this.#run?.reject(new Died(`The painting process ended with ${signal ?? code}.`))
  }

  #logWords(): void {
    const lines = createInterface({ input: this.#child.stderr! })
    lines.on('line', (words) => this.#log.warn('painter.said', { words }))
  }

  /** People who draw go before pictures in the making. */
  #yieldToServer(): void {
    try {
      if (this.#child.pid) setPriority(this.#child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // Not allowed here (some containers): it paints with the usual priority.
    }
  }
}
