import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { PanelId } from '#db/ids.ts'
import { BusyLabel } from './BusyLabel.tsx'
import { Divider } from './Divider.tsx'
import { Sharpening } from './Sharpening.tsx'
import { numberOf } from './takeWords.ts'
import { isPending, pictureOf, pictureUrl, useTakesOf } from './useTakesOf.ts'
import './takes.css'

export type PanelTakeProps = {
  panel: PanelId
  /** Of the panel, in its own units. */
  width: number
  height: number
}

/**
 * What lies under the strokes of a panel on the sheet: the take that it shows, the one that is being painted, or two
 * takes with a line between them. Every panel of the board mounts one, so each listens to its own panel only.
 */
export const PanelTake = memo(function PanelTake({ panel, width, height }: PanelTakeProps) {
  const { looking, shown, selection, open } = useBoard()
  const view = usePart(looking, (now) => now.view)
  const take = usePart(shown, (all) => all.get(panel) ?? null)
  const takes = useTakesOf(panel)
  const isCurrent = usePart(selection, ({ current }) => current === panel)
  const busy = takes.find(({ state }) => state.kind === 'running') ?? takes.find(isPending)
  const isOpen = usePart(open, (panels) => panels.has(panel))
  // One is worked on and deserves every pixel; some are large on screen; hundreds are small.
  const pixels = isCurrent ? 0 : isOpen ? 1280 : 640
  return (
    <div className="takes-under" style={{ width, height }}>
      {view === 'wipe' && isCurrent ? (
        <Wipe panel={panel} takes={takes} shown={take} pixels={pixels} />
      ) : (
        view !== 'layout' && <Painting take={take} busy={busy} pixels={pixels} />
      )}
      {busy && <BusyLabel take={busy} more={takes.filter(isPending).length - 1} />}
    </div>
  )
})

type PaintingProps = { take: TakeView | null; busy: TakeView | undefined; pixels: number }

/** The shown picture, or the newest preview of the one that is painted; either fades into what follows. */
function Painting({ take, busy, pixels }: PaintingProps) {
  const { previews } = useBoard()
  const preview = usePart(previews, (all) =>
    busy?.state.kind === 'running' ? (all.get(busy.id)?.url ?? null) : null,
  )
  const picture = pictureOf(take)
  const src = preview ?? (picture && pictureUrl(picture, pixels))
  return src ? <Sharpening src={src} /> : null
}

type WipeProps = { panel: PanelId; takes: readonly TakeView[]; shown: TakeView | null; pixels: number }

/** Left of the line the shown take, right of it the one to compare; without one, the layout and the painting. */
function Wipe({ panel, takes, shown, pixels }: WipeProps) {
  const { t } = useTranslation('takes')
  const { looking } = useBoard()
  const at = usePart(looking, ({ wipe }) => wipe.at)
  const chosen = usePart(looking, ({ wipe }) => wipe.take)
  const other = takes.find(({ id, state }) => id === chosen && id !== shown?.id && state.kind === 'done')
  const say = (take: TakeView | null) =>
    take ? t('take', { number: numberOf(take, takes) }) : t('view.layout')
  const [left, right] = other ? [shown, other] : [null, shown]
  const url = (take: TakeView | null) => {
    const picture = pictureOf(take)
    return picture && pictureUrl(picture, pixels)
  }
  const [under, over] = [url(left), url(right)]
  return (
    <>
      {under && <Sharpening src={under} />}
      {over && (
        <div className="takes-over" style={{ clipPath: `inset(0 0 0 ${at * 100}%)` }}>
          <Sharpening src={over} />
        </div>
      )}
      {over && <Divider key={panel} at={at} left={say(left)} right={say(right)} />}
    </>
  )
}
