import { type Language, openLanguage } from './i18n.ts'

export function pageTitle(words?: string): string {
  return words ? `${words} · Konte` : 'Konte'
}

type Match = { id: string; data?: unknown }
type Words = ReturnType<typeof openLanguage>['t']

/** For a route's `meta`, which has no hooks: the title in the language that the root's loader read. */
export function titleIn(matches: readonly (Match | undefined)[], say: (t: Words) => string) {
  const root = matches.find((match) => match?.id === 'root')?.data as { language?: Language } | undefined
  return [{ title: pageTitle(say(openLanguage(root?.language ?? 'en').t)) }]
}
