import { Link } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppearance } from './Appearance.tsx'
import { pageTitle } from './pageTitle.ts'
import { PersonMenu } from './people/PersonMenu.tsx'
import { usePerson } from './people/usePerson.ts'
import { Button } from './ui/index.ts'
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
  const person = usePerson()
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
        {!person && <OtherLanguage />}
        <PersonMenu />
      </header>
      <main id="content" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** For a newcomer who cannot read this page: named in the language that it leads to. */
function OtherLanguage() {
  const { t } = useTranslation('ui')
  const { language, setLanguage } = useAppearance()
  const other = language === 'en' ? 'ja' : 'en'
  return (
    <Button kind="quiet" lang={other} onClick={() => setLanguage(other)}>
      {t('otherLanguage')}
    </Button>
  )
}
