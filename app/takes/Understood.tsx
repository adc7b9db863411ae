import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { nameMeaning, namesOf } from './nameMeaning.ts'
import { useKnownWords, useUnderstood } from './useUnderstood.ts'

/** The words of the prompt as chips: understood ones with what they set, the others grey. */
export function Understood({ prompt, style }: { prompt: string; style: string }) {
  const { t, i18n } = useTranslation('takes')
  const understood = useUnderstood(prompt, style)
  const known = useKnownWords(prompt.trim() !== '')
  const names = useMemo(() => namesOf(known ?? [], i18n.language), [known, i18n.language])
  if (!understood || !prompt.trim()) return null
  const say = (means: string) => nameMeaning(means, names, i18n.language, (one) => t('not', { means: one }))
  return (
    <ul className="takes-chips" aria-label={t('understood')}>
      {understood.words.map(({ text, means }, at) => {
        const said = say(means)
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand in a prompt twice, and chips keep no state
            key={at}
            title={t('means', { word: text, means: said })}
            data-denied={means.startsWith('not ')}
          >
            {text}
            {!isSaid(text, said) && <small>{said}</small>}
          </li>
        )
      })}
      {understood.unknown.map((word) => (
        <li key={word} data-unknown="true" title={t('notUnderstood', { word })}>
          <span className="ui-unseen">{t('notUnderstood', { word })}</span>
          <span aria-hidden="true">{word}</span>
        </li>
      ))}
    </ul>
  )
}

/** `pine trees` says `pine` already. */
const isSaid = (text: string, said: string): boolean => {
  const [one, other] = [text.toLowerCase(), said.toLowerCase()]
  return one.includes(other) || other.includes(one)
}
