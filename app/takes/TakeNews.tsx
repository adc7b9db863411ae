import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { useBoard, useTakes } from '#app/board/session.ts'
import { sayReason } from './takeWords.ts'

/** Tells whoever asked for a take that it did not work, wherever on the board they are by then. Shows nothing itself. */
export function TakeNews() {
  const { t } = useTranslation('takes')
  const { greeting, panels } = useBoard()
  const takes = useTakes()
  const pending = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const mine = takes.filter((take) => take.by.id === greeting.person.id)
    for (const { id, panel, state } of mine) {
      if (state.kind !== 'failed' || !pending.current.has(id)) continue
      const number = panels.get().findIndex((each) => each.id === panel) + 1
      toast.error(t('failedNews', { number }), { description: sayReason(t, state.reason) })
    }
    const waits = ({ state }: (typeof mine)[number]) => state.kind === 'queued' || state.kind === 'running'
    pending.current = new Set(mine.filter(waits).map(({ id }) => id))
  }, [takes, greeting.person.id, panels, t])
  return null
}
