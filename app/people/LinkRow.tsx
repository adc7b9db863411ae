import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import { Button } from '#app/ui/index.ts'
import { dayWords } from '#app/ui/timeAgo.ts'
import { useAct } from '#app/useAct.ts'
import type { Role } from '#db/access.ts'
import type { ProjectId } from '#db/ids.ts'

export type Link = { id: string; role: Role; by: string; made: number; expires: number; uses: number }

type Props = { project: ProjectId; link: Link; onChanged: () => void }

export function LinkRow({ project, link, onChanged }: Props) {
  const { t, i18n } = useTranslation('people')
  const [revoke, isRevoking] = useAct(async () => {
    await api.invites.revoke.mutate({ project, invite: link.id })
    toast.success(t('links.revoked'))
    onChanged()
  })
  return (
    <li className="people-link">
      <div>
        <span>{t('links.made', { role: t(`role.${link.role}`), name: link.by })}</span>
        {/* The day may differ between the server's zone and the reader's. */}
        <small suppressHydrationWarning>
          {t('links.until', { date: dayWords(link.expires, i18n.language) })} ·{' '}
          {t('links.uses', { count: link.uses })}
        </small>
      </div>
      <Button size="s" kind="quiet" busy={isRevoking} onClick={() => void revoke()}>
        {t('links.revoke')}
      </Button>
    </li>
  )
}
