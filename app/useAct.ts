import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { inJapanese } from './inJapanese.ts'
import { readFailure, type SaidFailure } from './readFailure.ts'

/** A failure in the words of the page's language: the server's own sentence where there is one, else by its kind. */
export function useFailureWords(): (failure: SaidFailure) => string {
  const { t, i18n } = useTranslation('ui')
  return useCallback(
    ({ kind, message, requestId }) => {
      const sentence = i18n.language === 'ja' ? inJapanese(message) : message
      return sentence || t(`failed.${kind}`, { request: requestId || '—' })
    },
    [t, i18n.language],
  )
}

/**
 * Something that a person does at the server: `const [rename, renaming] = useAct(async (name: string) => ...)`.
 * While it runs, `renaming` is true and a second call does nothing; a failure is told in a toast.
 * Resolves to whether it worked.
 */
export function useAct<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const latest = useRef(act)
  latest.current = act
  const say = useFailureWords()
  const run = useCallback(
    async (...args: Args): Promise<boolean> => {
      if (running.current) return false
      running.current = true
      setBusy(true)
      try {
        await latest.current(...args)
        return true
      } catch (thrown) {
        toast.error(say(readFailure(thrown)))
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [say],
  )
  return [run, busy] as const
}
