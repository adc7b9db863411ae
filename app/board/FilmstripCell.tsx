import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { StageMarks } from '#app/takes/StageBar.tsx'
import { pictureOf, pictureUrl } from '#app/takes/useTakesOf.ts'
import type { Panel } from '#db/board/drawing.ts'
import type { PanelId } from '#db/ids.ts'
import { pick } from './actions.ts'
import { showPanel } from './camera.ts'
import { type Carrying, useDesk } from './desk.ts'
import { usePart } from './live.ts'
import { Drawn } from './PanelPaper.tsx'
import { useBoard } from './session.ts'
import { useCarry } from './useCarry.ts'
import { useOthersIn } from './useOthersIn.ts'

type Props = {
  panel: Panel
  number: number
  isFirstOfScene: boolean
  left: number
  size: { width: number; height: number }
  /** Where something dropped at this place of the strip (pixels from its start) would go. */
  find(x: number): Pick<Carrying, 'drop' | 'line'> | null
  draws: boolean
}

/** One panel of the film strip: its picture, its number, who is in it. */
export const FilmstripCell = memo(function FilmstripCell(props: Props) {
  const { panel, number, isFirstOfScene, left, size, find, draws } = props
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const isSelected = usePart(session.selection, (now) => now.panels.includes(panel.id))
  const isCurrent = usePart(session.selection, (now) => now.current === panel.id)
  const carry = useCarry(
    panel.id,
    (event) => ({ x: xInStrip(event), y: 0 }),
    (_session, { x }) => find(x),
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board's keys do it for the current panel
    <div
      className="board-cell"
      role="option"
      aria-selected={isSelected}
      aria-label={t('panel', { number })}
      tabIndex={isCurrent ? 0 : -1}
      data-current={isCurrent}
      data-scene={isFirstOfScene}
      style={{ left, width: size.width }}
      {...(draws ? carry : {})}
      onClick={(event) =>
        pick({ session, desk }, panel.id, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
      }
      onDoubleClick={() => {
        const editor = desk.editor.get()
        if (editor) showPanel(editor, session.sheet.get(), panel.id)
      }}
    >
      <div className="board-cell-picture" style={{ height: size.height }}>
        <UnderDrawing panel={panel.id} />
        <DrawnHere panel={panel.id} />
        <Faces panel={panel.id} />
      </div>
      <span className="board-cell-number">{number}</span>
      <StageMarks panel={panel.id} />
    </div>
  )
})

function UnderDrawing({ panel }: { panel: PanelId }) {
  const { shown, looking } = useBoard()
  const picture = usePart(shown, (all) => pictureOf(all.get(panel)))
  const isLayout = usePart(looking, ({ view }) => view === 'layout')
  return picture && !isLayout ? <img src={pictureUrl(picture, 160)} alt="" draggable={false} /> : null
}

/** As on the sheet, but for the wipe, which is of the sheet alone. */
function DrawnHere({ panel }: { panel: PanelId }) {
  const { shown, looking } = useBoard()
  const hasPicture = usePart(shown, (all) => pictureOf(all.get(panel)) !== null)
  const isPaint = usePart(looking, ({ view }) => view === 'paint')
  return isPaint && hasPicture ? null : <Drawn panel={panel} />
}

function Faces({ panel }: { panel: PanelId }) {
  const here = useOthersIn(panel)
  if (!here.length) return null
  return (
    <span className="board-cell-people">
      {here.slice(0, 4).map((other) => (
        <i key={other.client} title={other.user.name} style={{ background: other.user.colour }} />
      ))}
    </span>
  )
}

function xInStrip(event: React.PointerEvent): number {
  const cells = event.currentTarget.closest('.board-cells')
  return cells ? event.clientX - cells.getBoundingClientRect().left : 0
}
