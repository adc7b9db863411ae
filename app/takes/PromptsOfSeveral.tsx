import { useTranslation } from 'react-i18next'
import { useBoardSettings, usePanels } from '#app/board/session.ts'
import type { Panel } from '#db/board/drawing.ts'

/** The words that several panels are asked for with, to be read: they are written panel by panel. */
export function PromptsOfSeveral({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('takes')
  const { style } = useBoardSettings()
  const all = usePanels()
  return (
    <div className="takes-field">
      <span className="ui-field-label">{t('promptsOf')}</span>
      <ol className="takes-prompts">
        {panels.map((panel) => (
          <li key={panel.id}>
            <b>{all.findIndex(({ id }) => id === panel.id) + 1}</b>
            {panel.prompt.trim() ? <span>{panel.prompt}</span> : <i>{t('noPrompt')}</i>}
          </li>
        ))}
      </ol>
      {style && (
        <p className="takes-hint takes-style" title={style}>
          {t('styleAdded', { style })}
        </p>
      )}
    </div>
  )
}
