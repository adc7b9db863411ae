import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#app/api.ts'
import { Button, Dialog, Select } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'
import { type Role, roles } from '#db/access.ts'
import type { ProjectId } from '#db/ids.ts'
import { CopyField } from './CopyField.tsx'
import './people.css'

type Props = {
  project: ProjectId
  /** The inviter's: only an owner makes owners. */
  role: Role
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A link was made: lists of links are old now. */
  onMade?: () => void
}
const spans = ['1', '7', '30', '90'] as const

/** Makes an invitation link. The project's page and the board both open it. */
export function InviteDialog({ project, role: own, open, onOpenChange, onMade }: Props) {
  const { t } = useTranslation('people')
  const [url, setUrl] = useState<string | null>(null)
  const [role, setRole] = useState<Role>('artist')
  const [days, setDays] = useState<(typeof spans)[number]>('7')
  const [make, isMaking] = useAct(async () => {
    setUrl((await api.invites.make.mutate({ project, role, days: Number(days) })).url)
    onMade?.()
  })
  const close = (next: boolean) => {
    if (!next) setUrl(null)
    onOpenChange(next)
  }
  const footer = url ? (
    <>
      <Button onClick={() => setUrl(null)}>{t('invite.another')}</Button>
      <Button onClick={() => close(false)}>{t('invite.done')}</Button>
    </>
  ) : (
    <Button kind="primary" busy={isMaking} onClick={() => void make()}>
      {t('invite.make')}
    </Button>
  )
  const asked = roles.filter((name) => name !== 'owner' || own === 'owner')
  return (
    <Dialog open={open} onOpenChange={close} title={t('invite.title')} footer={footer}>
      {url ? (
        <>
          <CopyField label={t('invite.url')} value={url} />
          <p className="people-note">{t('invite.once')}</p>
        </>
      ) : (
        <>
          <p className="people-note">{t('invite.lead')}</p>
          <div className="people-pair">
            <Select
              label={t('invite.role')}
              value={role}
              onValueChange={setRole}
              options={asked.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            <Select
              label={t('invite.days')}
              value={days}
              onValueChange={setDays}
              options={spans.map((value) => ({
                value,
                label: t('invite.daysCount', { count: Number(value) }),
              }))}
            />
          </div>
          <p className="people-note">{t(`roleMay.${role}`)}</p>
        </>
      )}
    </Dialog>
  )
}
