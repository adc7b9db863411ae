import { memo, type ReactNode } from 'react'
import { PanelTake } from '#app/takes/PanelTake.tsx'
import type { PanelId } from '#db/ids.ts'
import { useLive } from './live.ts'
import { useBoard, useOthers, useSelection } from './session.ts'

type Paper = { panel: PanelId; number: string; width: number; height: number }

/** White paper, the take that shows, the drawing as a picture while the panel is not open, and who is here. */
export const PanelPaper = memo(function PanelPaper({ panel, number, width, height }: Paper) {
  const isOpen = useLive(useBoard().open).has(panel)
  return (
    <div className="board-paper" data-panel={panel} data-number={number}>
      <PanelTake panel={panel} width={width} height={height} />
      {!isOpen && <Drawn panel={panel} />}
      <Rings panel={panel} />
    </div>
  )
})

/** The panel's drawing as a picture. */
export function Drawn({ panel }: { panel: PanelId }) {
  const url = useLive(useBoard().thumbnails.of(panel))
  return url ? <img className="board-ink board-drawn" src={url} alt="" draggable={false} /> : null
}

function Rings({ panel }: { panel: PanelId }) {
  const { panels, current } = useSelection()
  const others = useOthers().filter((other) => other.panel === panel || other.selected.includes(panel))
  const rings: ReactNode[] = []
  if (panels.includes(panel) || current === panel)
    rings.push(<div key="own" className="board-ring" data-current={current === panel} />)
  others.forEach((other, at) => {
    rings.push(
      <div
        key={other.client}
        className="board-ring board-ring-other"
        style={{ '--of': other.user.colour, '--at': at } as React.CSSProperties}
      >
        <span>{other.user.name}</span>
      </div>,
    )
  })
  return <>{rings}</>
}
