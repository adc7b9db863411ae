import type { TakeView } from '#db/board/ledger.ts'

/** The four stages of the film, in the order of the work. */
export const stages = ['layout', 'first', 'second', 'finish'] as const
export type Stage = (typeof stages)[number]

/** A stroke of the panel: its id, and when it was drawn (seconds since 1970, by the clock of who drew it). */
export type DrawnStroke = { id: string; at: number }

/** Clocks of two computers may differ by so much; within it only the capture tells what was drawn after. */
const doubt = 600

/**
 * Which stages a panel has reached. `captured` holds the strokes that the newest second pass was made from; where it is
 * not known (yet), the time of drawing decides.
 */
export function reachedStages(
  strokes: readonly DrawnStroke[],
  takes: readonly TakeView[],
  captured: ReadonlySet<string> | null = null,
): Record<Stage, boolean> {
  const second = newestDone(takes, 'second')
  return {
    layout: strokes.length > 0,
    first: newestDone(takes, 'first') !== null,
    second: second !== null,
    finish: second !== null && strokes.some((stroke) => isAfter(stroke, second, captured)),
  }
}

/** The stage the panel is at: the last one reached, though an earlier one was skipped. */
export function stageOf(reached: Record<Stage, boolean>): Stage | null {
  return stages.findLast((stage) => reached[stage]) ?? null
}

/** The second pass whose capture decides whether the panel is finished; null when the times alone are clear. */
export function takeInDoubt(strokes: readonly DrawnStroke[], takes: readonly TakeView[]): TakeView | null {
  const second = newestDone(takes, 'second')
  return second && strokes.some(({ at }) => at > second.at / 1000 - doubt) ? second : null
}

export function newestDone(takes: readonly TakeView[], pass: TakeView['pass']): TakeView | null {
  return takes.findLast((take) => take.pass === pass && take.state.kind === 'done') ?? null
}

// A stroke's time is in whole seconds: within the second of asking it counts as drawn before.
const isAfter = (stroke: DrawnStroke, take: TakeView, captured: ReadonlySet<string> | null): boolean =>
  captured ? !captured.has(stroke.id) : stroke.at > Math.ceil(take.at / 1000)
