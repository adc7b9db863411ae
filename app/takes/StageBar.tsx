import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PanelId } from '#db/ids.ts'
import { stageOf, stages } from './stages.ts'
import { useStages } from './useStages.ts'
import './takes.css'

/** The four stages of the film, and how far this panel is. */
export function StageBar({ panel }: { panel: PanelId }) {
  const { t } = useTranslation('takes')
  const reached = useStages(panel)
  const now = stageOf(reached)
  return (
    <ol className="takes-stages" aria-label={t('stagesOf')}>
      {stages.map((stage) => (
        <li key={stage} data-reached={reached[stage]} data-now={stage === now}>
          <span className="takes-stage-name">{t(`stage.${stage}`)}</span>
          <span className="ui-unseen">
            {t(reached[stage] ? 'stageReached' : 'stageNotReached', { stage: t(`stage.${stage}`) })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The same in four small marks: for the film strip and for the panel on the sheet. */
export const StageMarks = memo(function StageMarks({ panel }: { panel: PanelId }) {
  const { t } = useTranslation('takes')
  const reached = useStages(panel)
  const now = stageOf(reached)
  const label = now ? t(`stage.${now}`) : t('stageNotReached', { stage: t('stage.layout') })
  return (
    <span className="takes-marks" role="img" aria-label={label} title={label}>
      {stages.map((stage) => (
        <i key={stage} data-reached={reached[stage]} data-stage={stage} />
      ))}
    </span>
  )
})
