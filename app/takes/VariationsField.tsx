import { useTranslation } from 'react-i18next'
import { type LiveCell, useLive } from '#app/board/live.ts'
import { Choices } from './Choices.tsx'
import type { Wishes } from './wishes.ts'

const counts = ['1', '2', '3', '4'] as const

/** How many takes are asked for at once. */
export function VariationsField({ wishes }: { wishes: LiveCell<Wishes> }) {
  const { t } = useTranslation('takes')
  const { variations } = useLive(wishes)
  return (
    <Choices
      label={t('variations')}
      value={String(variations) as (typeof counts)[number]}
      choices={counts.map((value) => ({ value, label: value }))}
      onChoose={(value) => wishes.set({ ...wishes.get(), variations: Number(value) as Wishes['variations'] })}
    />
  )
}
