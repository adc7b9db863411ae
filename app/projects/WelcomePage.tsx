import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '#app/PageFrame.tsx'
import { WelcomeSheet } from './WelcomeSheet.tsx'
import './projects.css'

/** The front page of somebody who is not signed in: what this is, and how to get in. */
export function WelcomePage() {
  const { t } = useTranslation(['projects', 'people'])
  return (
    <PageFrame title={t('welcome')}>
      <div className="projects-welcome">
        <div className="projects-welcome-words">
          <h1>{t('welcome')}</h1>
          <p className="projects-welcome-lead">{t('welcomeLead')}</p>
          <p>{t('welcomeIn')}</p>
          <Link to="/sign-in" className="ui-button" data-kind="primary">
            {t('people:signIn')}
          </Link>
          <p>{t('welcomeOwner')}</p>
        </div>
        <WelcomeSheet />
      </div>
    </PageFrame>
  )
}
