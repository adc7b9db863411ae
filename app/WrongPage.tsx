import { isRouteErrorResponse, Link, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from './PageFrame.tsx'
import { usePerson } from './people/usePerson.ts'
import type { SaidFailure } from './readFailure.ts'
import type { loader } from './root.tsx'
import { Button } from './ui/index.ts'
import { OmittedPanel } from './ui/OmittedPanel.tsx'
import { useFailureWords } from './useAct.ts'

/** What a person sees instead of a page: what is the matter, and where to go from here. */
export function WrongPage() {
  const { t } = useTranslation('ui')
  const say = useFailureWords()
  const failure = useThrown()
  const title = t(`page.${useTitle(failure.kind)}`)
  const words = failure.kind === 'notFound' && !failure.message ? t('page.missing') : say(failure)
  return (
    <PageFrame title={title}>
      <div className="frame-wrong">
        <OmittedPanel />
        <h1>{title}</h1>
        <p>{words}</p>
        {failure.kind === 'bug' && failure.requestId && (
          <p className="frame-wrong-number">{t('page.number', { request: failure.requestId })}</p>
        )}
        <div className="frame-wrong-ways">
          {(failure.kind === 'bug' || failure.kind === 'busy') && (
            <Button onClick={() => window.location.reload()}>{t('page.again')}</Button>
          )}
          <WayOut />
        </div>
      </div>
    </PageFrame>
  )
}

function WayOut() {
  const { t } = useTranslation('ui')
  const person = usePerson()
  return (
    <Link to="/" className="ui-button" data-kind="primary">
      {t(person ? 'page.toProjects' : 'page.toFront')}
    </Link>
  )
}

function useTitle(kind: SaidFailure['kind']) {
  const isLink = /^\/(join|start)\//.test(useLocation().pathname)
  if (kind === 'notFound') return isLink ? 'deadLinkTitle' : 'notFoundTitle'
  if (kind === 'notAllowed') return 'notAllowedTitle'
  if (kind === 'busy') return 'busyTitle'
  return 'bugTitle'
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
