import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { deleteSelected } from './actions.ts'
import { useDesk } from './desk.ts'
import { useBoard } from './session.ts'

/** Says that panels went, with the way back beside it. */
export function useSayDeleted(): (count: number) => void {
  const { t } = useTranslation('board')
  const { undo } = useBoard()
  return useCallback(
    (count) => {
      if (!count) return
      const step = undo.undoStack.at(-1)
      toast(t('deleted', { count }), {
        action: {
          label: t('undo'),
          // Later steps are undone with Ctrl+Z; this button means this deletion only.
          onClick: () => undo.undoStack.at(-1) === step && undo.undo(),
        },
      })
    },
    [t, undo],
  )
}

export function useDelete(): () => void {
  const session = useBoard()
  const desk = useDesk()
  const say = useSayDeleted()
  return () => say(deleteSelected({ session, desk }))
}
