import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import { Face, IconButton, Select } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'
import { type Action, type Role, roles } from '#db/access.ts'
import type { ProjectId } from '#db/ids.ts'
import type { Member } from './MembersPanel.tsx'
import { usePerson } from './usePerson.ts'

type Props = {
  project: ProjectId
  member: Member
  abilities: readonly Action[]
  onChanged: () => void
  onRemove: () => void
}

export function MemberRow({ project, member, abilities, onChanged, onRemove }: Props) {
  const { t } = useTranslation('people')
  const isMe = usePerson()?.id === member.id
  const { id: user, name, colour, role, isGuest } = member
  const [setRole, isSetting] = useAct(async (next: Role) => {
    await api.members.setRole.mutate({ project, user, role: next })
    toast.success(t('members.roleSet', { name, role: t(`role.${next}`) }))
    onChanged()
  })
  const remark = isMe ? t('you') : isGuest ? t('guest') : ''
  return (
    <li className="people-row" data-ruled={abilities.includes('member.role')}>
      <Face name={name} colour={colour} decorative />
      <span className="people-row-name">
        {name} {remark && <small>{remark}</small>}
      </span>
      {abilities.includes('member.role') ? (
        <Select
          label={t('members.roleOf', { name })}
          hideLabel
          value={role}
          disabled={isSetting}
          onValueChange={(next) => void setRole(next)}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      ) : (
        <span className="people-row-role">{t(`role.${role}`)}</span>
      )}
      {abilities.includes('member.remove') && !isMe && (
        <IconButton label={`${t('members.remove')}: ${name}`} onClick={onRemove}>
          <UserMinus aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
