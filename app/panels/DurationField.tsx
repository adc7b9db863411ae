import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardSettings } from '#app/board/session.ts'
import { Field, IconButton } from '#app/ui/index.ts'
import { type Panel, setPanel } from '#db/board/drawing.ts'
import { readDuration, sayDuration } from './duration.ts'

/** How long the panels stand, in frames; typed as `60`, `2+12` or `2.5s`. Several panels get the same. */
export function DurationField({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('panels')
  const { rate } = useBoardSettings()
  const session = useBoard()
  const [typed, setTyped] = useState<string | null>(null)
  const first = panels[0]?.duration ?? 1
  const isSame = panels.every((panel) => panel.duration === first)
  const mayWrite = session.can('board.draw')
  const read = typed === null ? null : readDuration(typed, rate)

  const set = (framesOf: (panel: Panel) => number) =>
    session.change((drawing) => {
      for (const panel of panels) setPanel(drawing, panel.id, 'duration', Math.max(1, framesOf(panel)))
    })
  const finish = () => {
    if (read !== null) set(() => read)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish()
    if (event.key === 'Escape') setTyped(null)
    if (step) set((panel) => panel.duration + step * (event.shiftKey ? rate : 1))
    if (step) event.preventDefault()
    if (!(event.ctrlKey || event.metaKey)) event.stopPropagation()
  }
  return (
    <div className="panels-duration">
      <Field
        label={t('duration')}
        value={typed ?? (isSame ? String(first) : '')}
        placeholder={isSame ? '' : t('mixed')}
        inputMode="text"
        readOnly={!mayWrite}
        error={typed !== null && read === null && typed !== '' ? t('durationWrong') : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
      <output className="panels-seconds" title={t('secondsAndFrames', { rate })}>
        {isSame ? sayDuration(read ?? first, rate) : '—'}
      </output>
      {mayWrite && (
        <span className="panels-steps">
          <IconButton label={t('shorter')} onClick={() => set((panel) => panel.duration - 1)}>
            <Minus aria-hidden="true" />
          </IconButton>
          <IconButton label={t('longer')} onClick={() => set((panel) => panel.duration + 1)}>
            <Plus aria-hidden="true" />
          </IconButton>
        </span>
      )}
    </div>
  )
}
