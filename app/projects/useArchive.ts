import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { useAct } from '#app/useAct.ts'

type Ways = { archive: () => Promise<unknown>; restore: () => Promise<unknown>; onChanged: () => void }

/** Puts something away without asking, since it can be taken back: from the notice at once, or later from the list. */
export function useArchive(name: string, { archive, restore, onChanged }: Ways) {
  const { t } = useTranslation(['projects', 'ui'])
  const [bringBack] = useAct(async () => {
    await restore()
    toast.success(t('broughtBack', { name }))
    onChanged()
  })
  const [putAway] = useAct(async () => {
    await archive()
    toast(t('archivedNow', { name }), {
      action: { label: t('ui:undo'), onClick: () => void bringBack() },
      duration: 10_000,
    })
    onChanged()
  })
  return { putAway, bringBack }
}
