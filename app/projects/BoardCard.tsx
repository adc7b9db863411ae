import { Archive, ArchiveRestore, Copy, ImageIcon, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import type { MenuEntry } from '#app/ui/index.ts'
import { When } from '#app/ui/When.tsx'
import { useAct } from '#app/useAct.ts'
import type { AssetHash, BoardId } from '#db/ids.ts'
import { Card } from './Card.tsx'
import { CoverDialog } from './CoverDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import type { Asking } from './ProjectCard.tsx'
import type { ProjectView } from './ProjectPage.tsx'
import { useArchive } from './useArchive.ts'

export type BoardRow = {
  id: BoardId
  name: string
  cover: AssetHash | null
  archived: boolean
  changed: number
}
type Props = { board: BoardRow; project: ProjectView; onChanged: () => void }

export function BoardCard({ board, project, onChanged }: Props) {
  const { t } = useTranslation(['projects', 'ui'])
  const [asking, ask] = useState<Asking>(null)
  const { id, name, cover, archived, changed } = board
  const entries = useEntries({ board, project, onChanged }, ask)
  const others = project.boards.flatMap((other) =>
    other.cover ? [{ name: other.name, hash: other.cover }] : [],
  )
  return (
    <>
      <Card to={`/boards/${id}`} name={name} cover={cover} isArchived={archived} entries={entries}>
        <When time={changed} />
      </Card>
      {asking === 'name' && (
        <NameDialog
          title={t('renameTitle')}
          label={t('boardName')}
          go={t('ui:save')}
          name={name}
          onClose={() => ask(null)}
          onName={async (next) => {
            await api.boards.rename.mutate({ board: id, name: next })
            onChanged()
          }}
        />
      )}
      {asking === 'cover' && (
        <CoverDialog
          name={name}
          cover={cover}
          pictures={others}
          uploadAt={id}
          onClose={() => ask(null)}
          onCover={async (next) => {
            await api.boards.setCover.mutate({ board: id, cover: next })
            toast.success(t('coverSet'))
            onChanged()
          }}
        />
      )}
    </>
  )
}

function useEntries(
  { board: { id: board, name, archived }, project, onChanged }: Props,
  ask: (what: Asking) => void,
) {
  const { t } = useTranslation('projects')
  const { putAway, bringBack } = useArchive(name, {
    archive: () => api.boards.archive.mutate({ board }),
    restore: () => api.boards.restore.mutate({ board }),
    onChanged,
  })
  const [duplicate, isCopying] = useAct(async () => {
    await api.boards.duplicate.mutate({ board })
    toast.success(t('duplicated'))
    onChanged()
  })
  const entries: MenuEntry[] = []
  const put = (allowed: boolean, entry: MenuEntry) => allowed && entries.push(entry)
  const mayMake = project.abilities.includes('board.make') && !project.archived
  const mayDraw = project.abilities.includes('board.draw') && !project.archived
  if (archived) {
    const icon = <ArchiveRestore aria-hidden="true" />
    put(mayMake, { label: t('bringBack'), icon, onSelect: () => void bringBack() })
    return entries
  }
  put(mayMake, { label: t('rename'), icon: <Pencil aria-hidden="true" />, onSelect: () => ask('name') })
  put(mayDraw, { label: t('cover'), icon: <ImageIcon aria-hidden="true" />, onSelect: () => ask('cover') })
  put(mayMake, {
    label: t('duplicate'),
    icon: <Copy aria-hidden="true" />,
    disabled: isCopying,
    onSelect: () => void duplicate(),
  })
  if (mayMake) entries.push('line')
  put(mayMake, { label: t('archive'), icon: <Archive aria-hidden="true" />, onSelect: () => void putAway() })
  return entries
}
