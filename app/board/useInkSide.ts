import type { PanelId } from '#db/ids.ts'
import { usePart } from './live.ts'
import { type BoardSession, useBoard } from './session.ts'

/** Which part of a panel's strokes this person's view shows. */
export type InkSide = 'all' | 'left' | 'none'

/**
 * The painting view shows strokes only where there is no painting yet. A wipe shows them left of its line when it
 * compares with the layout, and none when it compares two takes.
 */
export function useInkSide(panel: PanelId | null): InkSide {
  const session = useBoard()
  const view = usePart(session.looking, (now) => now.view)
  const isPainted = usePart(session.shown, (shown) => panel !== null && shown.has(panel))
  const isCurrent = usePart(session.selection, ({ current }) => current === panel)
  const compares = usePart(session.looking, (now) => panel !== null && comparesTakes(session, now, panel))
  if (!isPainted || view === 'layout' || view === 'both') return 'all'
  if (view === 'paint') return 'none'
  return isCurrent ? (compares ? 'none' : 'left') : 'all'
}

function comparesTakes(
  { shown, takes }: BoardSession,
  { wipe }: { wipe: { take: string | null } },
  panel: PanelId,
): boolean {
  if (!wipe.take || wipe.take === shown.get().get(panel)?.id) return false
  const other = takes.get().find((take) => take.id === wipe.take)
  return other?.panel === panel && other.state.kind === 'done'
}
