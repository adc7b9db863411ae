import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from './PageFrame.tsx'
import type { SaidFailure } from './readFailure.ts'
import type { loader } from './root.tsx'
import { Button } from './ui/index.ts'
import { useFailureWords } from './useAct.ts'

const titles = {
  signIn: 'page.signInTitle',
  notAllowed: 'page.notAllowedTitle',
  notFound: 'page.notFoundTitle',
  busy: 'page.busyTitle',
  invalid: 'page.invalidTitle',
  bug: 'page.bugTitle',
} as const

/** What a person sees instead of a page: what is the matter, and where to go from here. */
export function WrongPage() {
  const { t } = useTranslation('ui')
  const say = useFailureWords()
  const failure = useThrown()
  const title = t(titles[failure.kind as keyof typeof titles] ?? titles.bug)
  const words = failure.kind === 'notFound' && !failure.message ? t('page.missing') : say(failure)
  return (
    <PageFrame title={title}>
      <div className="frame-wrong">
        <h1>{title}</h1>
        <p>{words}</p>
        {failure.kind === 'bug' && failure.requestId && (
          <p className="frame-wrong-number">{t('page.number', { request: failure.requestId })}</p>
        )}
        <div className="frame-wrong-ways">
          {(failure.kind === 'bug' || failure.kind === 'busy') && (
            <Button onClick={() => window.location.reload()}>{t('page.again')}</Button>
          )}
          {failure.kind === 'signIn' ? (
            <Link to="/sign-in" className="ui-button" data-kind="primary">
              {t('page.toSignIn')}
            </Link>
          ) : (
            <Link to="/" className="ui-button" data-kind="primary">
              {t('page.toProjects')}
            </Link>
          )}
        </div>
      </div>
    </PageFrame>
  )
}

function useThrown(): SaidFailure {
  const thrown = useRouteError()
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId ?? ''
  if (!isRouteErrorResponse(thrown)) return { kind: 'bug', message: '', requestId }
  const said = (thrown.data as { failure?: Partial<SaidFailure> } | null)?.failure
  if (said?.kind)
    return { kind: said.kind, message: said.message ?? '', requestId: said.requestId ?? requestId }
  return { kind: thrown.status === 404 ? 'notFound' : 'bug', message: '', requestId }
}
