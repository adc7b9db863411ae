import { useTranslation } from 'react-i18next'
import { usePart } from '#app/board/live.ts'
import { useBoard, useSheet, useTakes } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { Placed } from '#db/board/sheet.ts'
import type { PanelId } from '#db/ids.ts'
import { BusyLabel } from './BusyLabel.tsx'
import { Divider } from './Divider.tsx'
import { numberOf } from './takeWords.ts'
import { isPending, useTakesOf } from './useTakesOf.ts'
import { useWipe } from './useWipe.ts'
import './takes.css'

/** What must be seen over the strokes, on the few panels that have it: who waits for a take, and the line of a wipe. */
export function AboveStrokes() {
  const { looking, selection } = useBoard()
  const { panels } = useSheet()
  const pending = Map.groupBy(useTakes().filter(isPending), (take) => take.panel)
  const isWiping = usePart(looking, ({ view }) => view === 'wipe')
  const current = usePart(selection, (now) => now.current)
  return panels.map((placed) => {
    const { id } = placed.panel
    const takes = pending.get(id)
    const wipes = isWiping && id === current
    if (!takes && !wipes) return null
    return (
      <Over key={id} placed={placed}>
        {wipes && <WipeLine panel={id} />}
        {takes && <Busy takes={takes} />}
      </Over>
    )
  })
}

function Over({ placed, children }: { placed: Placed; children: React.ReactNode }) {
  const { x, y, width, height } = placed
  return (
    <div className="takes-above" style={{ left: x, top: y, width, height }}>
      {children}
    </div>
  )
}

function Busy({ takes }: { takes: readonly TakeView[] }) {
  const first = takes.find(({ state }) => state.kind === 'running') ?? takes[0]
  return first ? <BusyLabel take={first} more={takes.length - 1} /> : null
}

function WipeLine({ panel }: { panel: PanelId }) {
  const { t } = useTranslation('takes')
  const at = usePart(useBoard().looking, ({ wipe }) => wipe.at)
  const takes = useTakesOf(panel)
  const { left, right } = useWipe(panel)
  if (!right) return null
  const say = (take: TakeView | null) =>
    take ? t('take', { number: numberOf(take, takes) }) : t('view.layout')
  return <Divider at={at} left={say(left)} right={say(right)} />
}
