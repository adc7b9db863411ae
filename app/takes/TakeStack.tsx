import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#app/api.ts'
import type { LiveCell } from '#app/board/live.ts'
import { usePart } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import { Button } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'
import type { PanelId } from '#db/ids.ts'
import { TakeCard } from './TakeCard.tsx'
import { useTakesOf } from './useTakesOf.ts'
import type { Wishes } from './wishes.ts'
import './takes.css'

/** All takes of a panel, newest first. */
export function TakeStack({ panel, wishes }: { panel: PanelId; wishes: LiveCell<Wishes> }) {
  const { t } = useTranslation('takes')
  const session = useBoard()
  const takes = useTakesOf(panel)
  const shown = usePart(session.shown, (all) => all.get(panel)?.id ?? null)
  if (takes.length === 0) {
    return <p className="takes-hint">{t(session.can('take.request') ? 'noTakes' : 'noTakesReviewer')}</p>
  }
  return (
    <ol className="takes-list">
      {takes
        .map((take, at) => (
          <TakeCard key={take.id} take={take} number={at + 1} isShown={take.id === shown} wishes={wishes} />
        ))
        .reverse()}
    </ol>
  )
}

/** Takes the painting off the panel, for everyone; the takes stay. */
export function ShowNone({ panel }: { panel: PanelId }) {
  const { t } = useTranslation('takes')
  const { board, shown, can } = useBoard()
  const isShown = usePart(shown, (all) => all.has(panel))
  const [showNone, hiding] = useAct(() => api.takes.show.mutate({ board, panel, take: null }))
  if (!isShown || !can('take.choose')) return null
  return (
    <Button
      kind="quiet"
      size="s"
      icon={<EyeOff aria-hidden="true" />}
      busy={hiding}
      onClick={() => void showNone()}
    >
      {t('showNone')}
    </Button>
  )
}
