import { Columns2, Ellipsis, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import { Button, Dialog, IconButton, Menu, type MenuEntry } from '#app/ui/index.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { downloadPicture } from './downloadPicture.ts'
import { HowMade } from './HowMade.tsx'
import { mayDirect, type TakeActs } from './useTakeActs.ts'
import { isPending, pictureOf } from './useTakesOf.ts'

type TakeActionsProps = { take: TakeView; number: number; isShown: boolean; acts: TakeActs }

/** The buttons of one take: the likely ones in the open, the rest in a menu. */
export function TakeActions({ take, number, isShown, acts }: TakeActionsProps) {
  const { t } = useTranslation('takes')
  const { t: ui } = useTranslation('ui')
  const session = useBoard()
  const [open, setOpen] = useState<'how' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const entries = useEntries(take, number, acts, setOpen)
  const isDone = take.state.kind === 'done'
  return (
    <div className="takes-actions">
      {isDone && !isShown && <CompareButton take={take} />}
      {isPending(take) && mayDirect(session, take) && (
        <IconButton label={t('cancel')} onClick={() => void acts.cancel()}>
          <X aria-hidden="true" />
        </IconButton>
      )}
      <Menu
        trigger={
          <IconButton label={t('more', { number })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
        entries={entries}
      />
      {open === 'how' && <HowMade take={take} number={number} onClose={close} />}
      <Dialog
        open={open === 'remove'}
        onOpenChange={close}
        title={t('removeTitle', { number })}
        footer={
          <>
            <Button onClick={close}>{ui('cancel')}</Button>
            <Button kind="danger" busy={acts.busy} onClick={() => void acts.remove().then(close)}>
              {t('remove')}
            </Button>
          </>
        }
      >
        {t('removeWords')}
      </Dialog>
    </div>
  )
}

function useEntries(
  take: TakeView,
  number: number,
  acts: TakeActs,
  open: (what: 'how' | 'remove') => void,
): MenuEntry[] {
  const { t } = useTranslation('takes')
  const session = useBoard()
  const picture = pictureOf(take)
  const mayAsk = session.can('take.request')
  const entries: MenuEntry[] = [{ label: t('how'), onSelect: () => open('how') }]
  if (picture && mayAsk) {
    entries.push({ label: t('workOver'), onSelect: () => void acts.workOver() })
    entries.push({ label: t('again'), onSelect: () => void acts.sameSeed() })
    entries.push({ label: t('keepSeed'), onSelect: acts.keepSeed })
  }
  if (picture) entries.push({ label: t('download'), onSelect: () => downloadPicture(session, take, number) })
  if (mayDirect(session, take)) {
    entries.push('line', { label: t('remove'), danger: true, onSelect: () => open('remove') })
  }
  return entries
}

/** Lays this take against the shown one, with a line to drag between them. */
function CompareButton({ take }: { take: TakeView }) {
  const { t } = useTranslation('takes')
  const { looking } = useBoard()
  const isCompared = usePart(looking, ({ view, wipe }) => view === 'wipe' && wipe.take === take.id)
  return (
    <IconButton
      label={isCompared ? t('compareStop') : t('compare')}
      active={isCompared}
      onClick={() =>
        looking.set(
          isCompared
            ? { view: 'both', wipe: { take: null, at: 0.5 } }
            : { view: 'wipe', wipe: { take: take.id, at: 0.5 } },
        )
      }
    >
      <Columns2 aria-hidden="true" />
    </IconButton>
  )
}
