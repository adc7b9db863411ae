import type * as Y from 'yjs'
import { z } from 'zod'
import { AssetHash, PanelId, TakeId, UserId } from '../ids.ts'

/**
 * The `ledger` document: what was asked of the server and what came of it. Only the server writes it;
 * every member reads it. The tables are the truth, this is how everyone sees it now.
 */

/** What never changes about a take once it is asked for: how it is made. */
export const Take = z.object({
  id: TakeId,
  panel: PanelId,
  pass: z.enum(['first', 'second']),
  by: z.object({ id: UserId, name: z.string(), colour: z.string() }),
  /** Milliseconds since 1970. */
  at: z.number(),
  prompt: z.string(),
  style: z.string(),
  follow: z.number(),
  seed: z.number().int(),
  variation: z.number().int(),
  /** The take that a second pass works over. */
  parent: TakeId.nullable(),
  model: z.string(),
  capture: z.object({ picture: AssetHash, strokes: AssetHash }),
})
export type Take = z.infer<typeof Take>

export const TakeState = z.discriminatedUnion('kind', [
  /** `ahead`: jobs that will be run before this one. */
  z.object({ kind: z.literal('queued'), ahead: z.number().int() }),
  z.object({ kind: z.literal('running'), step: z.number(), steps: z.number(), stage: z.string() }),
  z.object({
    kind: z.literal('done'),
    picture: AssetHash,
    width: z.number(),
    height: z.number(),
    model: z.object({ id: z.string(), name: z.string(), sha256: z.string() }),
    device: z.string(),
    ms: z.number(),
    /** JSON of what was read in the strokes (models' `Reading`), by hash. */
    reading: AssetHash.nullable(),
  }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
  z.object({ kind: z.literal('cancelled'), by: z.string() }),
])
export type TakeState = z.infer<typeof TakeState>

export const Verdict = z.enum(['pending', 'approved', 'retake'])
export type Verdict = z.infer<typeof Verdict>

/** A take as a page shows it. */
export type TakeView = Take & { state: TakeState; verdict: Verdict }

// A worker sets states, a director verdicts, perhaps at once and in two processes:
// separate maps, so that neither write can carry away the other.
const takes = (ledger: Y.Doc) => ledger.getMap<Take>('takes')
const states = (ledger: Y.Doc) => ledger.getMap<TakeState>('states')
const verdicts = (ledger: Y.Doc) => ledger.getMap<Verdict>('verdicts')
const shown = (ledger: Y.Doc) => ledger.getMap<TakeId | 'none'>('shown')

export function putTake(ledger: Y.Doc, take: Take, state: TakeState): void {
  takes(ledger).set(take.id, take)
  states(ledger).set(take.id, state)
}

export function setTakeState(ledger: Y.Doc, id: TakeId, state: TakeState): void {
  if (takes(ledger).has(id)) states(ledger).set(id, state)
}

export function setVerdict(ledger: Y.Doc, id: TakeId, verdict: Verdict): void {
  verdicts(ledger).set(id, verdict)
}

export function removeTake(ledger: Y.Doc, id: TakeId): void {
  takes(ledger).delete(id)
  states(ledger).delete(id)
  verdicts(ledger).delete(id)
}

/** Which take a panel shows; null shows none. */
export function showTake(ledger: Y.Doc, panel: PanelId, id: TakeId | null): void {
  shown(ledger).set(panel, id ?? 'none')
}

/** Every take of the board, oldest first. */
export function readTakes(ledger: Y.Doc): TakeView[] {
  return [...takes(ledger).values()]
    .map((take) => ({
      ...take,
      state: states(ledger).get(take.id) ?? { kind: 'queued' as const, ahead: 0 },
      verdict: verdicts(ledger).get(take.id) ?? ('pending' as const),
    }))
    .sort((a, b) => a.at - b.at || a.variation - b.variation)
}

/** One take as the ledger has it; a state that never arrived is null. */
export function readTake(ledger: Y.Doc, id: TakeId): { take: Take; state: TakeState | null } | null {
  const take = takes(ledger).get(id)
  return take ? { take, state: states(ledger).get(id) ?? null } : null
}

/** What was chosen to show, panel by panel; a panel without an entry shows its newest. */
export function readChosen(ledger: Y.Doc): Map<PanelId, TakeId | null> {
  return new Map([...shown(ledger)].map(([panel, id]) => [panel as PanelId, id === 'none' ? null : id]))
}

/** The take a panel shows: the chosen one, else its newest finished one. */
export function shownTake(ledger: Y.Doc, panel: PanelId, all: readonly TakeView[]): TakeView | null {
  const chosen = shown(ledger).get(panel)
  if (chosen === 'none') return null
  const done = all.filter((take) => take.panel === panel && take.state.kind === 'done')
  return done.find((take) => take.id === chosen) ?? done.at(-1) ?? null
}
