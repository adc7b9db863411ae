import { useFetcher } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { toast } from 'sonner'
import type { SaidFailure } from '#app/readFailure.ts'
import { useFailureWords } from '#app/useAct.ts'

type Props = {
  intent: 'profile' | 'email' | 'sign-out'
  title: string
  lead?: string
  /** Said when it worked. */
  done?: string
  id?: string
  children: (busy: boolean) => ReactNode
}

/** One card of the account page, sent for itself. */
export function AccountForm({ intent, title, lead, done, id, children }: Props) {
  const fetcher = useFetcher<{ failure: SaidFailure | null }>()
  const say = useFailureWords()
  const answer = fetcher.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for an answer, in whatever language it is then
  useEffect(() => {
    if (answer && !answer.failure && done) toast.success(done)
  }, [answer])
  return (
    <fetcher.Form method="post" action="/account" className="people-card" id={id}>
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {answer?.failure && (
        <p className="people-said" role="alert">
          {say(answer.failure)}
        </p>
      )}
      <input type="hidden" name="intent" value={intent} />
      {children(fetcher.state !== 'idle')}
    </fetcher.Form>
  )
}
