import { type CSSProperties, memo, type ReactNode } from 'react'
import { useEditor, useValue } from 'tldraw'
import { PanelTake } from '#app/takes/PanelTake.tsx'
import type { PanelId } from '#db/ids.ts'
import { useLive, usePart } from './live.ts'
import { useBoard } from './session.ts'
import { frameOf } from './strokeShape.ts'
import { useInkSide } from './useInkSide.ts'
import { useOthersIn } from './useOthersIn.ts'
import { WipedStrokes } from './WipedStrokes.tsx'

type Paper = { panel: PanelId; number: string; width: number; height: number }

/** White paper, the take that shows, the drawing as a picture while the panel is not open, and who is here. */
export const PanelPaper = memo(function PanelPaper({ panel, number, width, height }: Paper) {
  const editor = useEditor()
  // Of a film of 300 panels only those on screen are drawn, and hear what happens.
  const isSeen = useValue('panel on screen', () => !editor.getCulledShapes().has(frameOf(panel)), [
    editor,
    panel,
  ])
  return (
    <div className="board-paper" data-panel={panel} data-number={number}>
      {isSeen && <OnPaper panel={panel} width={width} height={height} />}
    </div>
  )
})

function OnPaper({ panel, width, height }: Omit<Paper, 'number'>) {
  const isOpen = usePart(useBoard().open, (open) => open.has(panel))
  const side = useInkSide(panel)
  return (
    <>
      <PanelTake panel={panel} width={width} height={height} />
      {!isOpen && side === 'all' && <Drawn panel={panel} />}
      {side === 'left' && <WipedStrokes panel={panel} width={width} height={height} />}
      <Rings panel={panel} />
    </>
  )
}

/** The panel's drawing as a picture. */
export function Drawn({ panel }: { panel: PanelId }) {
  const url = useLive(useBoard().thumbnails.of(panel))
  return url ? <img className="board-ink board-drawn" src={url} alt="" draggable={false} /> : null
}

function Rings({ panel }: { panel: PanelId }) {
  const { selection } = useBoard()
  const isCurrent = usePart(selection, ({ current }) => current === panel)
  const isSelected = usePart(selection, ({ panels }) => panels.includes(panel))
  const others = useOthersIn(panel)
  const rings: ReactNode[] = []
  if (isSelected || isCurrent) rings.push(<div key="own" className="board-ring" data-current={isCurrent} />)
  others.forEach((other, at) => {
    rings.push(
      <div
        key={other.client}
        className="board-ring board-ring-other"
        style={{ '--of': other.user.colour, '--at': at } as CSSProperties}
      >
        <span>{other.user.name}</span>
      </div>,
    )
  })
  return <>{rings}</>
}
