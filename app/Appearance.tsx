import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Language, openLanguage } from './i18n.ts'
import type { Appearance, Theme } from './readAppearance.ts'

type Chosen = Appearance & { setLanguage(language: Language): void; setTheme(theme: Theme): void }

const Context = createContext<Chosen | null>(null)

/** Holds language and theme of the page; a change is seen at once and kept for the next visit. */
export function AppearanceProvider({ initial, children }: { initial: Appearance; children: ReactNode }) {
  const [appearance, setAppearance] = useState(initial)
  const [i18n] = useState(() => openLanguage(initial.language))
  const chosen = useMemo<Chosen>(
    () => ({
      ...appearance,
      setLanguage(language) {
        keep('konte-language', language)
        setAppearance((before) => ({ ...before, language }))
        void i18n.changeLanguage(language)
      },
      setTheme(theme) {
        keep('konte-theme', theme)
        setAppearance((before) => ({ ...before, theme }))
      },
    }),
    [appearance, i18n],
  )
  return (
    <Context.Provider value={chosen}>
      <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
    </Context.Provider>
  )
}

export function useAppearance(): Chosen {
  const chosen = useContext(Context)
  if (!chosen) throw new Error('useAppearance is used outside of AppearanceProvider')
  return chosen
}

const aYear = 365 * 24 * 60 * 60

function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${name}=${value}; Path=/; Max-Age=${aYear}; SameSite=Lax`
}
