import { Archive, ArchiveRestore, Copy, ImageIcon, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import type { MenuEntry } from '#app/ui/index.ts'
import { When } from '#app/ui/When.tsx'
import { useAct } from '#app/useAct.ts'
import { can, type Role } from '#db/access.ts'
import type { AssetHash, ProjectId } from '#db/ids.ts'
import { Card } from './Card.tsx'
import { Faces } from './Faces.tsx'
import { NameDialog } from './NameDialog.tsx'
import { ProjectCoverDialog } from './ProjectCoverDialog.tsx'
import { useArchive } from './useArchive.ts'

export type ProjectRow = {
  id: ProjectId
  name: string
  cover: AssetHash | null
  archived: boolean
  role: Role
  boards: number
  people: { name: string; colour: string }[]
  changed: number
}
type Props = { project: ProjectRow; onChanged: () => void }
export type Asking = 'name' | 'cover' | null

export function ProjectCard({ project, onChanged }: Props) {
  const { t } = useTranslation(['projects', 'ui'])
  const [asking, ask] = useState<Asking>(null)
  const { id, name, cover, archived, boards, people, changed } = project
  const close = () => ask(null)
  return (
    <>
      <Card
        to={`/projects/${id}`}
        name={name}
        cover={cover}
        isArchived={archived}
        entries={useEntries(project, ask, onChanged)}
      >
        <span>
          {t('boards', { count: boards })} · <When time={changed} />
        </span>
        <Faces people={people} />
      </Card>
      {asking === 'name' && (
        <NameDialog
          title={t('renameTitle')}
          label={t('projectName')}
          go={t('ui:save')}
          name={name}
          onClose={close}
          onName={async (next) => {
            await api.projects.rename.mutate({ project: id, name: next })
            onChanged()
          }}
        />
      )}
      {asking === 'cover' && <ProjectCoverDialog project={project} onClose={close} onChanged={onChanged} />}
    </>
  )
}

function useEntries(
  { id: project, name, archived, role }: ProjectRow,
  ask: (what: Asking) => void,
  onChanged: () => void,
) {
  const { t } = useTranslation('projects')
  const { putAway, bringBack } = useArchive(name, {
    archive: () => api.projects.archive.mutate({ project }),
    restore: () => api.projects.restore.mutate({ project }),
    onChanged,
  })
  const [duplicate, isCopying] = useAct(async () => {
    await api.projects.duplicate.mutate({ project })
    toast.success(t('duplicated'))
    onChanged()
  })
  const entries: MenuEntry[] = []
  const put = (allowed: boolean, entry: MenuEntry) => allowed && entries.push(entry)
  const mayArchive = can(role, 'project.archive')
  const mayRename = can(role, 'project.rename')
  if (archived) {
    const icon = <ArchiveRestore aria-hidden="true" />
    put(mayArchive, { label: t('bringBack'), icon, onSelect: () => void bringBack() })
    return entries
  }
  put(mayRename, { label: t('rename'), icon: <Pencil aria-hidden="true" />, onSelect: () => ask('name') })
  put(mayRename, { label: t('cover'), icon: <ImageIcon aria-hidden="true" />, onSelect: () => ask('cover') })
  put(can(role, 'board.make'), {
    label: t('duplicate'),
    icon: <Copy aria-hidden="true" />,
    disabled: isCopying,
    onSelect: () => void duplicate(),
  })
  if (mayArchive) entries.push('line')
  put(mayArchive, {
    label: t('archive'),
    icon: <Archive aria-hidden="true" />,
    onSelect: () => void putAway(),
  })
  return entries
}
