const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "2 hours ago", "just now", in the page's language. Times are milliseconds since 1970. */
export function timeAgo(then: number, now: number, language: string): string {
  const seconds = (then - now) / 1000
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, length] of units)
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit)
  return words.format(0, 'second')
}

/** A day as people write it: "24 Nov 2026", "2026年11月24日". */
export function dayWords(time: number, language: string): string {
  const [locale, dateStyle] =
    language === 'en' ? (['en-GB', 'medium'] as const) : ([language, 'long'] as const)
  return new Intl.DateTimeFormat(locale, { dateStyle }).format(time)
}
