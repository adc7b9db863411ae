import { createInstance, type i18n } from 'i18next'
import { words as board } from './board/words.ts'
import { words as panels } from './panels/words.ts'
import { words as people } from './people/words.ts'
import { words as projects } from './projects/words.ts'
import { words as takes } from './takes/words.ts'
import { words as ui } from './ui/words.ts'

/** One namespace a folder: `useTranslation('projects')` reads `app/projects/words.ts`. */
export const namespaces = { board, panels, people, projects, takes, ui } as const

export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

type Namespaces = { [Name in keyof typeof namespaces]: (typeof namespaces)[Name]['en'] }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Namespaces
    defaultNS: 'ui'
  }
}

/** A new one for every request and one for the page: the server speaks to many people at once. */
export function openLanguage(language: Language): i18n {
  const opened = createInstance()
  void opened.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'ui',
    resources: { en: wordsIn('en'), ja: wordsIn('ja') },
    // All words are here already, so the first render has them: nothing flashes.
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return opened
}

const wordsIn = (language: Language) =>
  Object.fromEntries(Object.entries(namespaces).map(([name, words]) => [name, words[language]]))
