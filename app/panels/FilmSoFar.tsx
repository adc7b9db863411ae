import { useTranslation } from 'react-i18next'
import { useBoardSettings, usePanels } from '#app/board/session.ts'
import { stages } from '#app/takes/stages.ts'
import { useStageCounts } from '#app/takes/useStages.ts'
import { Empty } from '#app/ui/index.ts'
import { BoardSettings } from './BoardSettings.tsx'
import { sayDuration } from './duration.ts'

/** What the side shows while no panel is selected: how far the whole film is. */
export function FilmSoFar() {
  const { t } = useTranslation('panels')
  const { t: takes } = useTranslation('takes')
  const panels = usePanels()
  const { rate } = useBoardSettings()
  const reached = useStageCounts()
  const frames = panels.reduce((sum, panel) => sum + panel.duration, 0)
  return (
    <div className="panels-film">
      <div className="panels-title">
        <h2>{t('film')}</h2>
        <BoardSettings />
      </div>
      <p className="panels-hint">
        {t('panels', { count: panels.length })} · {t('length')} {sayDuration(frames, rate)}
      </p>
      <dl className="panels-progress">
        {stages.map((stage) => (
          <div key={stage}>
            <dt>{takes(`stage.${stage}`)}</dt>
            <dd>
              <meter min={0} max={Math.max(1, panels.length)} value={reached[stage]} aria-hidden="true" />
              <span>{t('stagesOfFilm', { reached: reached[stage], all: panels.length })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Empty title={t('nothingTitle')}>{t('nothing')}</Empty>
    </div>
  )
}
