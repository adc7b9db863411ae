import { useTranslation } from 'react-i18next'
import { useBoard, useSaveState } from './session.ts'

/** Where one's own work is, in words. */
export function SaveWords() {
  const { t } = useTranslation('board')
  const { can, greeting } = useBoard()
  const state = useSaveState()
  const word = state.kind === 'offline' && !state.isKeptHere ? 'offlineUnkept' : state.kind
  const note = greeting.board.archived ? t('archived') : can('board.draw') ? null : t('readOnly')
  // Of somebody who only looks, nothing is saved: while all is well the note says what matters to them.
  const said = note && (state.kind === 'saved' || state.kind === 'saving') ? note : t(`save.${word}`)
  return (
    <p className="board-save" data-state={state.kind} role="status">
      {said}
    </p>
  )
}

/** A closed door, with its reason and what one can do. The sheet stays to be looked at. */
export function ClosedNotice() {
  const { t } = useTranslation('board')
  const state = useSaveState()
  if (state.kind !== 'closed') return null
  const signsIn = state.reason === 'signIn'
  return (
    <div className="board-closed" role="alert">
      <p>{t(`closed.${state.reason}`)}</p>
      <a href={signsIn ? '/sign-in' : location.pathname}>{t(signsIn ? 'signIn' : 'reload')}</a>
    </div>
  )
}
