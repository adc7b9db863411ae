import type { KnownWordList } from './useUnderstood.ts'

/** Of the concepts themselves (`pine`), the word people use for them in a language. */
export function namesOf(known: KnownWordList, language: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { means, en, ja } of known) {
    const name = language === 'ja' ? ja[0] : en[0]
    if (name && !names.has(means)) names.set(means, name)
  }
  return names
}

/** `snow, winter` as `雪、冬`; `not` says a denial. What has no name is said as it is. */
export function nameMeaning(
  means: string,
  names: ReadonlyMap<string, string>,
  language: string,
  not: (means: string) => string,
): string {
  const isDenied = means.startsWith('not ')
  const bare = isDenied ? means.slice(4) : means
  const said = bare
    .split(', ')
    .map((one) => names.get(one) ?? one)
    .join(language === 'ja' ? '・' : ', ')
  return isDenied ? not(said) : said
}
