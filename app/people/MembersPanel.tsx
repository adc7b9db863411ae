import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/index.ts'
import type { Action, Role } from '#db/access.ts'
import type { ProjectId, UserId } from '#db/ids.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { type Link, LinkRow } from './LinkRow.tsx'
import { MemberRow } from './MemberRow.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import './people.css'

export type Member = { id: UserId; name: string; colour: string; role: Role; isGuest: boolean }

type Props = {
  project: ProjectId
  role: Role
  abilities: readonly Action[]
  members: Member[]
  invites: Link[]
  /** Something was changed at the server. */
  onChanged: () => void
}

/** Who is in the project, as what, and which links are open. */
export function MembersPanel({ project, role, abilities, members, invites, onChanged }: Props) {
  const { t } = useTranslation('people')
  const [isInviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const mayInvite = abilities.includes('member.invite')
  return (
    <aside className="people-card" aria-label={t('members.title')}>
      <div className="projects-head">
        <h2>{t('members.title')}</h2>
        {mayInvite && (
          <Button size="s" icon={<UserPlus aria-hidden="true" />} onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        )}
      </div>
      <ul className="people-list">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            {...{ project, member, abilities, onChanged }}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {mayInvite && (
        <>
          <h3>{t('links.title')}</h3>
          {invites.length === 0 && <p className="people-note">{t('links.none')}</p>}
          <ul className="people-list">
            {invites.map((link) => (
              <LinkRow key={link.id} {...{ project, link, onChanged }} />
            ))}
          </ul>
        </>
      )}
      <InviteDialog
        project={project}
        role={role}
        open={isInviting}
        onOpenChange={setInviting}
        onMade={onChanged}
      />
      <RemoveDialog
        project={project}
        member={leaving}
        onClose={() => setLeaving(null)}
        onChanged={onChanged}
      />
    </aside>
  )
}
