import { useNavigate, useSubmit } from '@remix-run/react'
import { LogIn, LogOut, Settings2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAppearance } from '#app/Appearance.tsx'
import { type Theme, themes } from '#app/readAppearance.ts'
import { Face, IconButton, Menu, type MenuEntry } from '#app/ui/index.ts'
import { usePerson } from './usePerson.ts'
import './people.css'

/** One's own face; behind it the account, the language, the theme and the way out. */
export function PersonMenu() {
  const person = usePerson()
  const { t } = useTranslation('people')
  const looks = useLooks()
  const own = useOwnEntries()
  const trigger = person ? (
    <button type="button" className="people-menu-button" aria-label={`${t('menu')}: ${person.name}`}>
      <Face name={person.name} colour={person.colour} decorative />
    </button>
  ) : (
    <IconButton label={t('menu')}>
      <Settings2 aria-hidden="true" />
    </IconButton>
  )
  return <Menu trigger={trigger} entries={[...own.first, ...looks, ...own.last]} />
}

function useLooks(): MenuEntry[] {
  const { t } = useTranslation('ui')
  const { language, theme, setLanguage, setTheme } = useAppearance()
  const themed = (name: Theme) => ({
    label: t(name),
    checked: theme === name,
    onSelect: () => setTheme(name),
  })
  return [
    { heading: t('language') },
    { label: 'English', checked: language === 'en', onSelect: () => setLanguage('en') },
    { label: '日本語', checked: language === 'ja', onSelect: () => setLanguage('ja') },
    { heading: t('theme') },
    ...themes.map(themed),
  ]
}

function useOwnEntries(): { first: MenuEntry[]; last: MenuEntry[] } {
  const { t } = useTranslation('people')
  const person = usePerson()
  const navigate = useNavigate()
  const submit = useSubmit()
  if (!person) {
    const signIn = {
      label: t('signIn'),
      icon: <LogIn aria-hidden="true" />,
      onSelect: () => navigate('/sign-in'),
    }
    return { first: [signIn, 'line'], last: [] }
  }
  const account = {
    label: t('account'),
    icon: <UserRound aria-hidden="true" />,
    onSelect: () => navigate('/account'),
  }
  const leave = {
    label: t('signOut'),
    icon: <LogOut aria-hidden="true" />,
    // A guest without an e-mail would not come back as themselves: the account page says so first.
    onSelect: () =>
      person.isGuest
        ? navigate('/account#out')
        : submit({ intent: 'sign-out' }, { method: 'post', action: '/account' }),
  }
  return { first: [{ heading: person.name }, account, 'line'], last: ['line', leave] }
}
