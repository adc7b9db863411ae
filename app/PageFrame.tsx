import { Link } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { pageTitle } from './pageTitle.ts'
import { PersonMenu } from './people/PersonMenu.tsx'
import { Mark } from './ui/Mark.tsx'
import './frame.css'

type Props = {
  /** Of the window; follows the language without a reload. */
  title: string
  children: ReactNode
  /** Between the mark and the person. */
  path?: ReactNode
}

/** What every page but the board has around it. */
export function PageFrame({ title, path, children }: Props) {
  const { t } = useTranslation('ui')
  useEffect(() => {
    document.title = pageTitle(title)
  }, [title])
  return (
    <>
      <a href="#content" className="frame-skip">
        {t('skip')}
      </a>
      <header className="frame-head">
        <Link to="/" className="frame-home" aria-label={t('home')}>
          <Mark />
          <span>Konte</span>
        </Link>
        <div className="frame-path">{path}</div>
        <PersonMenu />
      </header>
      <main id="content" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
