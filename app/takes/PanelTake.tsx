import { memo } from 'react'
import { usePart } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { PanelId } from '#db/ids.ts'
import { Sharpening } from './Sharpening.tsx'
import { pictureOf, pictureUrl, useTakesOf } from './useTakesOf.ts'
import { useWipe } from './useWipe.ts'
import './takes.css'

/** Sizes are of the panel, in its own units. */
export type PanelTakeProps = { panel: PanelId; width: number; height: number }

/**
 * What lies under the strokes of a panel on the sheet: the take that it shows, the one that is being painted, or two
 * takes with a line between them. Every panel of the board mounts one, so each listens to its own panel only.
 */
export const PanelTake = memo(function PanelTake({ panel, width, height }: PanelTakeProps) {
  const { looking, selection, open } = useBoard()
  const view = usePart(looking, (now) => now.view)
  const isCurrent = usePart(selection, ({ current }) => current === panel)
  const isOpen = usePart(open, (panels) => panels.has(panel))
  // One is worked on and deserves every pixel; some are large on screen; hundreds are small.
  const pixels = isCurrent ? 0 : isOpen ? 1280 : 640
  if (view === 'layout') return null
  return (
    <div className="takes-under" style={{ width, height }}>
      {view === 'wipe' && isCurrent ? (
        <Wipe panel={panel} pixels={pixels} sheet={{ width, height }} />
      ) : (
        <Painting panel={panel} pixels={pixels} sheet={{ width, height }} />
      )}
    </div>
  )
})

type Sized = { panel: PanelId; pixels: number; sheet: { width: number; height: number } }

/** The shown picture, or the newest preview of the one that is painted; either fades into what follows. */
function Painting({ panel, pixels, sheet }: Sized) {
  const { previews, shown } = useBoard()
  const painted = useTakesOf(panel).find(({ state }) => state.kind === 'running')?.id
  const preview = usePart(previews, (all) => (painted ? (all.get(painted)?.url ?? null) : null))
  const picture = usePart(shown, (all) => pictureOf(all.get(panel)))
  const src = preview ?? (picture && pictureUrl(picture, pixels))
  return src ? <Sharpening src={src} sheet={sheet} /> : null
}

function Wipe({ panel, pixels, sheet }: Sized) {
  const at = usePart(useBoard().looking, ({ wipe }) => wipe.at)
  const { left, right } = useWipe(panel)
  const url = (take: TakeView | null) => {
    const picture = pictureOf(take)
    return picture && pictureUrl(picture, pixels)
  }
  const [under, over] = [url(left), url(right)]
  return (
    <>
      {under && <Sharpening src={under} sheet={sheet} />}
      {over && (
        <div className="takes-over" style={{ clipPath: `inset(0 0 0 ${at * 100}%)` }}>
          <Sharpening src={over} sheet={sheet} />
        </div>
      )}
    </>
  )
}
