import { useTranslation } from 'react-i18next'
import { Face } from '#app/ui/index.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { Progress } from './Progress.tsx'
import { sayState } from './takeWords.ts'

/** On the panel, for everyone: who asked for the take that is coming, and how far it is. `more` wait behind it. */
export function BusyLabel({ take, more }: { take: TakeView; more: number }) {
  const { t } = useTranslation('takes')
  const { by, state } = take
  return (
    <div className="takes-busy">
      <Face name={by.name} colour={by.colour} size={20} decorative />
      <span className="takes-busy-words">
        <span>{by.name}</span>
        <span>{sayState(t, state)}</span>
      </span>
      {more > 0 && <span className="takes-busy-more">{t('waitingMore', { count: more })}</span>}
      {state.kind === 'running' && <Progress step={state.step} steps={state.steps} />}
    </div>
  )
}
