import type { ModelState, Painting, Progress, Recipe } from './generator.ts'

/** What the server's process says to the painting process, and hears from it. One job at a time. */
export type ToChild = { kind: 'job'; job: number; recipe: Recipe } | { kind: 'cancel'; job: number }

export type FromChild =
  | { kind: 'hello'; models: ModelState[] }
  /** A sign of life while it works. */
  | { kind: 'heartbeat' }
  | { kind: 'progress'; job: number; progress: Progress }
  | { kind: 'result'; job: number; painting: Painting }
  | { kind: 'stopped'; job: number }
  /** `words`: a sentence for a person; null for a bug, whose `stack` is for the log. */
  | { kind: 'error'; job: number; words: string | null; stack: string }
