import { useTranslation } from 'react-i18next'
import type { TakeView } from '#db/board/ledger.ts'
import { Progress } from './Progress.tsx'
import { sayReason, sayState } from './takeWords.ts'

/** Where a take is: its place in the line, how far it is painted, or why there is no picture. Nothing once it is done. */
export function TakeStatus({ take: { state } }: { take: TakeView }) {
  const { t } = useTranslation('takes')
  const said = sayState(t, state)
  if (!said) return null
  return (
    <div className="takes-status" data-kind={state.kind}>
      <span aria-live="polite">{said}</span>
      {state.kind === 'running' && <Progress step={state.step} steps={state.steps} />}
      {state.kind === 'failed' && <p className="takes-reason">{sayReason(t, state.reason)}</p>}
    </div>
  )
}
