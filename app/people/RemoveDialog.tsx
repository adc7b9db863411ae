import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import { Button, Dialog } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'
import type { ProjectId } from '#db/ids.ts'
import type { Member } from './MembersPanel.tsx'

type Props = { project: ProjectId; member: Member | null; onClose: () => void; onChanged: () => void }

/** Asks first: somebody's work of the moment ends here, and no undo gives them their place back unasked. */
export function RemoveDialog({ project, member, onClose, onChanged }: Props) {
  const { t } = useTranslation(['people', 'ui'])
  const name = member?.name ?? ''
  const [remove, isRemoving] = useAct(async () => {
    if (!member) return
    await api.members.remove.mutate({ project, user: member.id })
    toast.success(t('members.removed', { name }))
    onChanged()
    onClose()
  })
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button kind="danger" busy={isRemoving} onClick={() => void remove()}>
        {t('members.removeGo')}
      </Button>
    </>
  )
  return (
    <Dialog
      open={member !== null}
      onOpenChange={(open) => open || onClose()}
      title={t('members.removeTitle', { name })}
      footer={footer}
    >
      <p>{t('members.removeLead')}</p>
    </Dialog>
  )
}
