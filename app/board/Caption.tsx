import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { sayDuration } from '#app/panels/duration.ts'
import { StageMarks } from '#app/takes/StageBar.tsx'
import type { Placed } from '#db/board/sheet.ts'
import { pick } from './actions.ts'
import { showPanel } from './camera.ts'
import { useDesk } from './desk.ts'
import { useBoard, useBoardSettings } from './session.ts'
import { stopForSheet } from './stopForSheet.ts'
import { useCarry } from './useCarry.ts'

/** The words under a panel; its number is the handle by which it is carried to another place. */
export const Caption = memo(function Caption({ placed, draws }: { placed: Placed; draws: boolean }) {
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const editor = useEditor()
  const { rate } = useBoardSettings()
  const { panel, number, x, y, width, height } = placed
  const carry = useCarry(panel.id, (event) => editor.screenToPage({ x: event.clientX, y: event.clientY }))
  const name = t(draws ? 'movePanel' : 'panel', { number })
  return (
    <div className="board-caption" style={{ left: x, top: y + height, width }}>
      <div className="board-caption-head">
        <button
          type="button"
          className="board-number"
          title={name}
          aria-label={name}
          data-draws={draws}
          {...stopForSheet}
          {...(draws ? carry : {})}
          onClick={(event) => {
            event.stopPropagation()
            pick({ session, desk }, panel.id, {
              toggle: event.ctrlKey || event.metaKey,
              range: event.shiftKey,
            })
          }}
          onDoubleClick={() => showPanel(editor, session.sheet.get(), panel.id)}
        >
          {number}
        </button>
        <span className="board-duration">{sayDuration(panel.duration, rate)}</span>
        <StageMarks panel={panel.id} />
      </div>
      {(panel.action || panel.dialogue) && (
        <p className="board-words">
          {panel.action && <span className="board-action">{panel.action}</span>}
          {panel.dialogue && <q className="board-dialogue">{panel.dialogue}</q>}
        </p>
      )}
    </div>
  )
})
