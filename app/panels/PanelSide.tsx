import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, usePanels, useSelection } from '#app/board/session.ts'
import { TakeMenu } from '#app/takes/TakeMenu.tsx'
import { TakeNews } from '#app/takes/TakeNews.tsx'
import { ShowNone, TakeStack } from '#app/takes/TakeStack.tsx'
import { makeWishes } from '#app/takes/wishes.ts'
import type { Panel } from '#db/board/drawing.ts'
import { FilmSoFar } from './FilmSoFar.tsx'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'
import { SharedText } from './SharedText.tsx'
import './panels.css'

/** The side of the board page: all about the panel, or the panels, that are selected. */
export function PanelSide() {
  const { t } = useTranslation('panels')
  const { can, greeting } = useBoard()
  const panels = useSelectedPanels()
  const [wishes] = useState(makeWishes)
  const [only] = panels
  const mayAsk = can('take.request') && !greeting.board.archived
  return (
    <aside className="panels-side" aria-label={t('side')}>
      <TakeNews />
      {!only && <FilmSoFar />}
      {only && (
        <>
          {greeting.board.archived ? (
            <p className="panels-notice">{t('archived')}</p>
          ) : (
            !can('board.draw') && <p className="panels-notice">{t('readOnly')}</p>
          )}
          <PanelHead panels={panels} />
          {mayAsk && (
            <Section name="generate" title={t('generate')}>
              <TakeMenu panels={panels} wishes={wishes} />
            </Section>
          )}
          {panels.length === 1 && (
            <>
              <TakesOfPanel panel={only} wishes={wishes} />
              <Section name="words" title={t('words')}>
                <PanelTexts panel={only} />
              </Section>
            </>
          )}
        </>
      )}
    </aside>
  )
}

function TakesOfPanel({ panel, wishes }: { panel: Panel; wishes: ReturnType<typeof makeWishes> }) {
  const { t } = useTranslation('panels')
  return (
    <Section name="takes" title={t('takes')} beside={<ShowNone panel={panel.id} />}>
      <TakeStack key={panel.id} panel={panel.id} wishes={wishes} />
    </Section>
  )
}

function PanelTexts({ panel }: { panel: Panel }) {
  const { t } = useTranslation('panels')
  return (
    <div className="panels-texts">
      {(['action', 'dialogue', 'notes'] as const).map((field) => (
        <SharedText
          key={`${panel.id} ${field}`}
          panel={panel.id}
          field={field}
          label={t(field)}
          placeholder={t(`${field}Hint`)}
        />
      ))}
    </div>
  )
}

/** The selected panels in the order of the film; the current one when none is selected. */
function useSelectedPanels(): readonly Panel[] {
  const all = usePanels()
  const { panels, current } = useSelection()
  return useMemo(() => {
    const wanted = new Set(panels.length ? panels : current ? [current] : [])
    return all.filter(({ id }) => wanted.has(id))
  }, [all, panels, current])
}
