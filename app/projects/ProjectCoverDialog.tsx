import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { api } from '#app/api.ts'
import type { AssetHash, BoardId, ProjectId } from '#db/ids.ts'
import { CoverDialog } from './CoverDialog.tsx'

type Props = {
  project: { id: ProjectId; name: string; cover: AssetHash | null }
  onClose: () => void
  onChanged: () => void
}
type BoardRow = { id: BoardId; name: string; cover: AssetHash | null }

/** The cover of a project: one of its boards', or a picture of one's own. */
export function ProjectCoverDialog({ project: { id: project, name, cover }, onClose, onChanged }: Props) {
  const { t } = useTranslation('projects')
  const [boards, setBoards] = useState<readonly BoardRow[]>([])
  useEffect(() => {
    let isGone = false
    const got = api.projects.get.query({ project })
    got.then(
      (read) => isGone || setBoards(read.boards),
      () => isGone || setBoards([]),
    )
    return () => {
      isGone = true
    }
  }, [project])
  const pictures = boards.flatMap((board) => (board.cover ? [{ name: board.name, hash: board.cover }] : []))
  return (
    <CoverDialog
      name={name}
      cover={cover}
      pictures={pictures}
      uploadAt={boards[0]?.id ?? null}
      onClose={onClose}
      onCover={async (next) => {
        await api.projects.setCover.mutate({ project, cover: next })
        toast.success(t('coverSet'))
        onChanged()
      }}
    />
  )
}
