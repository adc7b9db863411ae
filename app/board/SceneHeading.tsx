import { X } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { bindText } from '#app/panels/bindText.ts'
import { scenesOf } from '#db/board/drawing.ts'
import type { PlacedScene } from '#db/board/sheet.ts'
import { removeScene } from './actions.ts'
import { useDesk } from './desk.ts'
import { useBoard } from './session.ts'
import { stopForSheet } from './stopForSheet.ts'

type Props = { placed: PlacedScene; isEmpty: boolean; draws: boolean }

/** Number and heading of a scene, written on the sheet itself by several people at once. */
export const SceneHeading = memo(function SceneHeading({ placed, isEmpty, draws }: Props) {
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const field = useRef<HTMLTextAreaElement | null>(null)
  const { id } = placed.scene
  useEffect(() => {
    const text = scenesOf(session.drawing).get(id)?.get('heading')
    if (!field.current || !(text instanceof Y.Text)) return
    return bindText(field.current, text, (write) => session.change(write, 'typing'))
  }, [session, id])
  return (
    <div className="board-scene" style={{ top: placed.y, width: placed.width }}>
      <span className="board-scene-number">{placed.number}</span>
      <textarea
        ref={field}
        className="board-heading"
        rows={1}
        aria-label={t('sceneHeading', { number: placed.number })}
        placeholder={draws ? t('sceneHint') : ''}
        readOnly={!draws}
        maxLength={200}
        spellCheck={false}
        {...stopForSheet}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault()
            event.currentTarget.blur()
          }
          event.stopPropagation()
        }}
      />
      {isEmpty && draws && (
        <button
          type="button"
          className="board-scene-remove"
          title={t('removeScene')}
          aria-label={t('removeScene')}
          {...stopForSheet}
          onClick={() => removeScene({ session, desk }, id)}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  )
})
