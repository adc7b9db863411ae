import { useTranslation } from 'react-i18next'
import { useLive } from '#app/board/live.ts'
import { useBoard, useTakes } from '#app/board/session.ts'
import type { Panel } from '#db/board/drawing.ts'
import { panelsFor } from './askForTakes.ts'
import { Choices } from './Choices.tsx'
import type { Wishes } from './wishes.ts'

type PassFieldProps = {
  panels: readonly Panel[]
  pass: Wishes['pass']
  onPass: (pass: Wishes['pass']) => void
}

/** First or second pass; where a second one cannot be, the reason in words. */
export function PassField({ panels, pass, onPass }: PassFieldProps) {
  const { t } = useTranslation('takes')
  const shown = useLive(useBoard().shown)
  const takes = useTakes()
  const ids = panels.map(({ id }) => id)
  const ready = panelsFor('second', ids, shown).length
  const hasDone = takes.some((take) => take.state.kind === 'done' && ids.includes(take.panel))
  const reason = ready > 0 ? null : t(hasDone ? 'noSecond.noneShown' : 'noSecond.nothing')
  const isPartly = pass === 'second' && ready < ids.length
  return (
    <div className="takes-field">
      <Choices
        label={t('passes')}
        hideLabel
        value={pass}
        choices={[
          { value: 'first', label: t('pass.first') },
          {
            value: 'second',
            label: t('pass.second'),
            disabled: reason !== null,
            ...(reason && { title: reason }),
          },
        ]}
        onChoose={onPass}
      />
      <p className="takes-hint">
        {isPartly ? t('someSecond', { count: ready, all: ids.length }) : (reason ?? t(`passHint.${pass}`))}
      </p>
    </div>
  )
}
