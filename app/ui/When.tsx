import { useTranslation } from 'react-i18next'
import { timeAgo } from './timeAgo.ts'

/** How long ago, as words. The server's minute and the browser's may differ, so the text is not compared. */
export function When({ time }: { time: number }) {
  const { i18n } = useTranslation()
  return (
    <time dateTime={new Date(time).toISOString()} suppressHydrationWarning>
      {timeAgo(time, Date.now(), i18n.language)}
    </time>
  )
}
