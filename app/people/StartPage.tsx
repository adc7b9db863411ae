import { useTranslation } from 'react-i18next'
import type { SaidFailure } from '#app/readFailure.ts'
import { DoorCard } from './DoorCard.tsx'
import { WhoForm } from './WhoForm.tsx'

type Props = { known: { name: string; colour: string }; failure: SaidFailure | null }

/** Behind the link that is printed at the first start: whoever opens it becomes the owner. */
export function StartPage({ known, failure }: Props) {
  const { t } = useTranslation('people')
  return (
    <DoorCard title={t('start.title')} lead={t('start.lead')} failure={failure} foot={t('start.once')}>
      <WhoForm {...known} go={t('start.go')} />
    </DoorCard>
  )
}
