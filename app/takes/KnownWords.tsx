import { BookOpen } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Field, Spinner } from '#app/ui/index.ts'
import { type KnownWordList, useKnownWords } from './useUnderstood.ts'

const sorts = ['hour', 'weather', 'season', 'kind', 'colour'] as const

type KnownWordsProps = { onPick: (word: string) => void; children: ReactNode }

/** A small book of all words the painter knows, opened beside the prompt (`children`); a click puts one into it. */
export function KnownWords({ onPick, children }: KnownWordsProps) {
  const { t } = useTranslation('takes')
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor className="takes-prompt">
        {children}
        <Popover.Trigger asChild>
          <Button kind="quiet" size="s" className="takes-known" icon={<BookOpen aria-hidden="true" />}>
            {t('knownWords')}
          </Button>
        </Popover.Trigger>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="takes-book"
          aria-label={t('knownWords')}
          side="left"
          align="start"
          sideOffset={20}
          collisionPadding={8}
        >
          <Book onPick={onPick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Book({ onPick }: { onPick: (word: string) => void }) {
  const { t, i18n } = useTranslation('takes')
  const known = useKnownWords()
  const [search, setSearch] = useState('')
  const found = useMemo(
    () =>
      (known ?? []).map((word) => formsOf(word, i18n.language)).filter(({ forms }) => matches(forms, search)),
    [known, search, i18n.language],
  )
  return (
    <>
      <Field
        label={t('searchWords')}
        hideLabel
        type="search"
        placeholder={t('searchWords')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="takes-book-words">
        {!known && <Spinner />}
        {known && found.length === 0 && <p className="takes-hint">{t('noSuchWord')}</p>}
        {sorts.map((sort) => {
          const words = found.filter((word) => word.sort === sort)
          return (
            words.length > 0 && (
              <section key={sort}>
                <h4>{t(`sort.${sort}`)}</h4>
                <div className="takes-book-row">
                  {words.map(({ name, forms }) => (
                    <button
                      key={name}
                      type="button"
                      aria-label={t('insertWord', { word: name })}
                      title={forms.slice(1, 13).join(i18n.language === 'ja' ? '、' : ', ')}
                      onClick={() => onPick(name)}
                    >
                      {name}
                    </button>
                  ))}
                </div>
              </section>
            )
          )
        })}
      </div>
    </>
  )
}

function formsOf({ sort, en, ja }: KnownWordList[number], language: string) {
  // Searched in both languages, named in the reader's; a few words exist in one only.
  const [own, other] = language === 'ja' ? [ja, en] : [en, ja]
  return { sort, name: own[0] ?? other[0] ?? '', forms: [...own, ...other] }
}

const matches = (forms: readonly string[], search: string): boolean => {
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  return wanted === '' || forms.some((form) => form.toLowerCase().includes(wanted))
}
