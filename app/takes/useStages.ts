import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useBoard, usePanels, useTakes } from '#app/board/session.ts'
import type { PanelId } from '#db/ids.ts'
import { type DrawnStroke, reachedStages, type Stage, takeInDoubt } from './stages.ts'
import { useTakesOf } from './useTakesOf.ts'

/** The stages that a panel has reached, now. */
export function useStages(panel: PanelId): Record<Stage, boolean> {
  const takes = useTakesOf(panel)
  const strokes = useDrawn(panel)
  const captured = useCaptured(takeInDoubt(strokes, takes)?.capture.strokes ?? null)
  return reachedStages(strokes, takes, captured)
}

/** How many panels of the board have reached each stage. The times of drawing decide: no capture is fetched for it. */
export function useStageCounts(): Record<Stage, number> {
  const { strokes } = useBoard()
  const panels = usePanels()
  const takes = useTakes()
  useStrokesVersion()
  const perPanel = Map.groupBy(takes, (take) => take.panel)
  const counts = { layout: 0, first: 0, second: 0, finish: 0 }
  for (const { id } of panels) {
    const reached = reachedStages(strokes.of(id).map(drawn), perPanel.get(id) ?? [])
    for (const stage of Object.keys(counts) as Stage[]) counts[stage] += reached[stage] ? 1 : 0
  }
  return counts
}

const drawn = ({ id, stroke }: { id: string; stroke: { at: number } }): DrawnStroke => ({ id, at: stroke.at })

function useDrawn(panel: PanelId): readonly DrawnStroke[] {
  const { strokes } = useBoard()
  const subscribe = useCallback(
    (tell: () => void) => strokes.listen(({ panels }) => panels.has(panel) && tell()),
    [strokes, panel],
  )
  const read = () => strokes.of(panel)
  return useSyncExternalStore(subscribe, read, read).map(drawn)
}

function useStrokesVersion(): void {
  const { strokes } = useBoard()
  const [, setVersion] = useState(0)
  useEffect(() => strokes.listen(() => setVersion((version) => version + 1)), [strokes])
}

/** Ids of the strokes in a capture; null while they are not known. */
function useCaptured(hash: string | null): ReadonlySet<string> | null {
  const [captured, setCaptured] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    setCaptured(null)
    if (!hash) return
    const abort = new AbortController()
    fetch(`/assets/${hash}`, { signal: abort.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ strokes: { id: string }[] }>) : null))
      .then((capture) => capture && setCaptured(new Set(capture.strokes.map(({ id }) => id))))
      // Offline: the times of drawing decide.
      .catch(() => {})
    return () => abort.abort()
  }, [hash])
  return captured
}
