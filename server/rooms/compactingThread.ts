import { Worker } from 'node:worker_threads'
import type { Question } from './compactThread.ts'
import { TookTooLong } from './keep.ts'

const urgent: ReadonlySet<Question['ask']> = new Set(['load', 'diff', 'check', 'salvage'])
/** Somebody waits at the door of a board: what one person sent may not hold it longer. */
const checkMs = 5000

type Waiting = { question: Question; tell(answer: unknown): void; fail(reason: Error): void }

/**
 * The compacting thread, asked one question at a time. A question that takes longer than allowed costs the thread, not
 * the people: a new one is started for the questions behind it.
 */
export class CompactingThread {
  private worker: Worker
  private readonly waiting: Waiting[] = []
  private current: { id: number; waiting: Waiting; timer: NodeJS.Timeout } | null = null
  private count = 0
  private readonly data: { file: string; snapshots: string }
  private readonly longestMs: number

  constructor(data: { file: string; snapshots: string }, longestMs: number) {
    this.data = data
    this.longestMs = longestMs
    this.worker = this.start()
  }

  ask(question: Question): Promise<unknown> {
    return new Promise((tell, fail) => {
      this.waiting.push({ question, tell, fail })
      this.next()
    })
  }

  private next(): void {
    if (this.current) return
    // Somebody waits in front of a board that is not loaded; nobody waits for a snapshot.
    const first = this.waiting.findIndex(({ question }) => urgent.has(question.ask))
    const [waiting] = this.waiting.splice(Math.max(0, first), 1)
    if (!waiting) return
    const id = ++this.count
    const isCheck = waiting.question.ask === 'check' || waiting.question.ask === 'salvage'
    const most = isCheck ? Math.min(checkMs, this.longestMs) : this.longestMs
    const timer = setTimeout(() => this.replace(new TookTooLong('a document took too long')), most)
    this.current = { id, waiting, timer }
    this.worker.postMessage({ id, question: waiting.question })
  }

  private start(): Worker {
    const worker = new Worker(new URL('./compactThread.ts', import.meta.url), { workerData: this.data })
    worker.on('message', ({ id, answer, wrong }: { id: number; answer: unknown; wrong: string | null }) => {
      // Under `node --watch` the thread also tells which files it read; those messages have no id.
      const { current } = this
      if (!current || current.id !== id) return
      const { waiting, timer } = current
      clearTimeout(timer)
      this.current = null
      if (wrong === null) waiting.tell(answer)
      else waiting.fail(new Error(wrong))
      this.next()
    })
    // A thread out of memory, or one that could not start.
    worker.on('error', (reason) => this.replace(reason instanceof Error ? reason : new Error(String(reason))))
    return worker
  }

  private replace(reason: Error): void {
    const old = this.worker
    old.removeAllListeners()
    void old.terminate()
    this.worker = this.start()
    const { current } = this
    this.current = null
    if (current) {
      clearTimeout(current.timer)
      current.waiting.fail(reason)
    }
    this.next()
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.worker.once('exit', resolve))
    await this.ask({ ask: 'close' })
    await gone
  }
}
