/** A drawn line, in panel units: x to the right, y down, the panel's top left at 0,0. */
export type Stroke = {
  id: string
  /** x, y, pressure (0..1), x, y, pressure, ... in drawing order. */
  points: number[]
  /** `#rrggbb` of the line. */
  colour: string
  /** `#rrggbb` of the area inside the line, or null for a bare line. */
  fill: string | null
  /** Pen width in panel units. */
  size: number
}

/** What a panel held when somebody asked for a take: its strokes, first drawn first. */
export type Layout = { width: number; height: number; strokes: Stroke[] }

/** An encoded picture (PNG or WebP bytes). */
export type Encoded = { width: number; height: number; bytes: Uint8Array }

/**
 * Everything a generator needs to make one picture; nothing about boards, people or sockets.
 * The same recipe on the same model gives the same picture.
 */
export type Recipe = {
  /** Id of a model in the registry. */
  model: string
  pass: 'first' | 'second'
  /** Size of the wanted picture, pixels. */
  width: number
  height: number
  layout: Layout
  /** The same layout as the browser drew it: PNG. */
  drawing: Uint8Array
  /** The panel's words, then the board's style line. */
  prompt: string
  style: string
  /** How closely the lines are followed, 0 (freely) to 1 (to the line). */
  follow: number
  /** 32 bit. */
  seed: number
  /** 0 is the plain one; others vary light and texture, never the composition. */
  variation: number
  /** Second pass only: the take that is worked over. */
  over: {
    picture: Uint8Array
    layout: Layout
    reading: Reading | null
    seed: number
    variation: number
  } | null
  /** Kinds that people corrected by hand, by stroke id. */
  corrections: Record<string, string>
}

/** What the model saw in the strokes; null for models that do not read. */
export type Reading = {
  marks: { stroke: string; kind: string; object: number; sure: number }[]
  /** Words of the prompt that were understood, and what they set. */
  words: { text: string; means: string }[]
  /** Words that were not understood. */
  unknown: string[]
}

export type Progress = { step: number; steps: number; stage: string; preview: Encoded | null }

export type Painting = Encoded & {
  reading: Reading | null
  /** The execution provider or device, in a person's words: `CPU, 2 threads`. */
  device: string
  model: { id: string; name: string; sha256: string }
  ms: number
}

export type ModelState = {
  id: string
  name: string
  ready: boolean
  /** When not ready: what is missing and what to do, one sentence. */
  reason: string | null
}

export interface Generator {
  models(): Promise<ModelState[]>
  /** Throws `Stopped` when the signal aborts, `Died`, or `Unable` with a sentence for a person. Else it is a bug. */
  run(recipe: Recipe, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Painting>
  close(): Promise<void>
}

/** A run that was cancelled; not a failure. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** The process that painted is gone, by no word of ours; the same recipe may be tried again. */
export class Died extends Error {
  override name = 'Died'
}

/** The recipe cannot be painted; the message says to a person why, and what to do. */
export class Unable extends Error {
  override name = 'Unable'
}
