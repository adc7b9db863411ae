import { RotateCcw } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveCell } from '#app/board/live.ts'
import { useBoard, usePreview } from '#app/board/session.ts'
import { Button, Face } from '#app/ui/index.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { Sharpening } from './Sharpening.tsx'
import { TakeActions } from './TakeActions.tsx'
import { TakeStatus } from './TakeStatus.tsx'
import { sayTime } from './takeWords.ts'
import { useTakeActs } from './useTakeActs.ts'
import { isPending, pictureOf, pictureUrl } from './useTakesOf.ts'
import type { Wishes } from './wishes.ts'

export type TakeCardProps = { take: TakeView; number: number; isShown: boolean; wishes: LiveCell<Wishes> }

/** One take: its picture (a click shows it), its state in words, and what can be done with it. */
export const TakeCard = memo(function TakeCard({ take, number, isShown, wishes }: TakeCardProps) {
  const { t, i18n } = useTranslation('takes')
  const session = useBoard()
  const acts = useTakeActs(take, wishes)
  const mayShow = take.state.kind === 'done' && session.can('take.choose') && !isShown
  const isMine = take.by.id === session.greeting.person.id
  return (
    <li className="takes-card" data-shown={isShown} data-state={take.state.kind}>
      <button
        type="button"
        className="takes-thumb"
        aria-label={t('show', { number })}
        aria-pressed={isShown}
        disabled={take.state.kind !== 'done' || !session.can('take.choose')}
        onClick={() => mayShow && void acts.show()}
      >
        {isPending(take) ? <PreviewOf take={take} /> : <Thumb take={take} />}
        {isShown && <span className="takes-badge">{t('shown')}</span>}
      </button>
      <div className="takes-about">
        <div className="takes-title">
          <b>{t('take', { number })}</b>
          <TakeActions take={take} number={number} isShown={isShown} acts={acts} />
        </div>
        <span className="takes-pass">
          {t(`pass.${take.pass}`)}
          {take.variation > 0 && ` · ${t('variation', { number: take.variation + 1 })}`}
        </span>
        <TakeStatus take={take} />
        {take.state.kind === 'failed' && session.can('take.request') && (
          <Button
            size="s"
            icon={<RotateCcw aria-hidden="true" />}
            busy={acts.busy}
            onClick={() => void acts.tryAgain()}
          >
            {t('tryAgain')}
          </Button>
        )}
        <div className="takes-by">
          <Face name={take.by.name} colour={take.by.colour} size={16} decorative />
          <span className="ui-unseen">{t('by', { name: take.by.name })}</span>
          <span aria-hidden="true" className="takes-name">
            {isMine ? t('byYou') : take.by.name}
          </span>
          <time dateTime={new Date(take.at).toISOString()}>{sayTime(take.at, i18n.language)}</time>
        </div>
      </div>
    </li>
  )
})

function Thumb({ take }: { take: TakeView }) {
  const picture = pictureOf(take)
  // The drawing it was to be made from stands for a take that has no picture.
  const url = picture ? pictureUrl(picture, 320) : pictureUrl(take.capture.picture, 320)
  return <img src={url} alt="" loading="lazy" draggable={false} data-faint={!picture} />
}

function PreviewOf({ take }: { take: TakeView }) {
  const preview = usePreview(take.id)
  return preview ? <Sharpening src={preview} /> : <Thumb take={take} />
}
