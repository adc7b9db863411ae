import { Copy, Download } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#app/board/session.ts'
import { Button, Dialog, IconButton } from '#app/ui/index.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { downloadPicture } from './downloadPicture.ts'
import { howMade, rowsAsText } from './howMade.ts'
import { namesOf } from './nameMeaning.ts'
import { useCopy } from './useCopy.ts'
import { useReading } from './useReading.ts'
import { pictureOf, useTakesOf } from './useTakesOf.ts'
import { useKnownWords } from './useUnderstood.ts'

/** How a take was made, all of it: the drawing beside the picture, and every number that made it. */
export function HowMade({ take, number, onClose }: { take: TakeView; number: number; onClose: () => void }) {
  const { t, i18n } = useTranslation('takes')
  const { t: ui } = useTranslation('ui')
  const session = useBoard()
  const takes = useTakesOf(take.panel)
  const reading = useReading(take)
  const known = useKnownWords()
  const copy = useCopy()
  const names = useMemo(() => namesOf(known ?? [], i18n.language), [known, i18n.language])
  const rows = howMade(t, {
    ...{ take, takes, reading, language: i18n.language },
    nameKind: (kind) => names.get(kind) ?? kind,
  })
  const title = `${t('how')} · ${t('take', { number })}`
  const picture = pictureOf(take)
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          {picture && (
            <Button
              icon={<Download aria-hidden="true" />}
              onClick={() => downloadPicture(session, take, number)}
            >
              {t('download')}
            </Button>
          )}
          <Button icon={<Copy aria-hidden="true" />} onClick={() => copy(rowsAsText(title, rows))}>
            {t('made.copy')}
          </Button>
        </>
      }
    >
      <div className="takes-before-after">
        <figure>
          <img src={`/assets/${take.capture.picture}?w=640`} alt="" />
          <figcaption>{t('made.drawing')}</figcaption>
        </figure>
        {picture && (
          <figure>
            <img src={`/assets/${picture}?w=640`} alt="" />
            <figcaption>{t('made.picture')}</figcaption>
          </figure>
        )}
      </div>
      <dl className="takes-made">
        {rows.map(({ label, value, isCode }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-code={isCode}>
              {value}
              {isCode && (
                <IconButton label={`${ui('copy')}: ${label}`} onClick={() => copy(value)}>
                  <Copy aria-hidden="true" />
                </IconButton>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
