import type { Hand } from './hand.ts'

export type Words = { en: string; ja: string }
export type FilmPanel = {
  /** Frames at 24 per second. */
  duration: number
  prompt: Words
  action: Words
  dialogue: Words
  draw(hand: Hand): void
}
export type FilmScene = { heading: Words; panels: FilmPanel[] }

export const silent: Words = { en: '', ja: '' }
