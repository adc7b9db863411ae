import type * as Y from 'yjs'
import { readTakes, shownTake, type TakeView } from '#db/board/ledger.ts'
import type { PanelId } from '#db/ids.ts'
import { type Live, makeLive } from './live.ts'

export type ReadLedger = {
  takes: Live<readonly TakeView[]>
  /** The take each panel shows; panels that show none are not in it. */
  shown: Live<ReadonlyMap<PanelId, TakeView>>
  close(): void
}

export function readLedger(ledger: Y.Doc): ReadLedger {
  const takes = makeLive<readonly TakeView[]>([])
  const shown = makeLive<ReadonlyMap<PanelId, TakeView>>(new Map())
  const read = () => {
    const known = new Map(takes.get().map((take) => [take.id, take]))
    const all = readTakes(ledger).map((take) => {
      const before = known.get(take.id)
      return before && JSON.stringify(before) === JSON.stringify(take) ? before : take
    })
    takes.set(all)
    const perPanel = Map.groupBy(all, (take) => take.panel)
    const next = new Map<PanelId, TakeView>()
    for (const [panel, own] of perPanel) {
      const take = shownTake(ledger, panel, own)
      if (take) next.set(panel, take)
    }
    shown.set(next)
  }
  read()
  ledger.on('update', read)
  return { takes, shown, close: () => ledger.off('update', read) }
}
