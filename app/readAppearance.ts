import { type Language, languages } from './i18n.ts'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]
export type Appearance = { language: Language; theme: Theme }

/** Language and theme of a request: what the person chose (cookies), else what their browser asks for. */
export function readAppearance(headers: Headers): Appearance {
  const cookies = headers.get('cookie') ?? ''
  const theme = cookie(cookies, 'konte-theme')
  return {
    language:
      languageOf(cookie(cookies, 'konte-language')) ?? askedLanguage(headers.get('accept-language') ?? ''),
    theme: themes.find((known) => known === theme) ?? 'system',
  }
}

/** The first language of `ja;q=0.9, en` that Konte speaks, by weight; English when there is none. */
export function askedLanguage(accept: string): Language {
  const asked = accept.split(',').map((part, at) => {
    const [tag = '', ...options] = part.trim().split(';')
    const q = options.find((option) => option.trim().startsWith('q='))
    return {
      language: languageOf(tag.slice(0, 2).toLowerCase()),
      weight: q ? Number(q.trim().slice(2)) : 1,
      at,
    }
  })
  const spoken = asked.filter(({ language, weight }) => language && weight > 0)
  spoken.sort((a, b) => b.weight - a.weight || a.at - b.at)
  return spoken[0]?.language ?? 'en'
}

const languageOf = (tag: string | undefined) => languages.find((known) => known === tag)

function cookie(cookies: string, name: string): string | undefined {
  const found = cookies.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}
