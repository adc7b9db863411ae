import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { useBoard } from '#app/board/session.ts'
import { useAct } from '#app/useAct.ts'
import { type Asked, askForTakes } from './askForTakes.ts'

/** Asking for takes, with how far it is: so many of all panels are captured. */
export function useAsk() {
  const session = useBoard()
  const { t } = useTranslation('takes')
  const [captured, setCaptured] = useState<{ done: number; all: number } | null>(null)
  const [ask, asking] = useAct(async (asked: Asked) => {
    try {
      const all = asked.panels.length
      const takes = await askForTakes(session, asked, (done) => setCaptured({ done, all }))
      if (asked.panels.length > 1) toast.success(t('asked', { count: takes.length }))
    } finally {
      setCaptured(null)
    }
  })
  return { ask, asking, captured }
}
