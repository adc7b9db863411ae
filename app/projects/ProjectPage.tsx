import { Link, useNavigate, useRevalidator } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#app/api.ts'
import { PageFrame } from '#app/PageFrame.tsx'
import type { Link as InviteLink } from '#app/people/LinkRow.tsx'
import { type Member, MembersPanel } from '#app/people/MembersPanel.tsx'
import { Button, Empty } from '#app/ui/index.ts'
import type { Action, Role } from '#db/access.ts'
import type { AssetHash, ProjectId } from '#db/ids.ts'
import { BoardCard, type BoardRow } from './BoardCard.tsx'
import { NameDialog } from './NameDialog.tsx'
import { useArchive } from './useArchive.ts'
import './projects.css'

export type ProjectView = {
  id: ProjectId
  name: string
  cover: AssetHash | null
  archived: boolean
  role: Role
  abilities: readonly Action[]
  boards: BoardRow[]
  members: Member[]
  invites: InviteLink[]
}

/** One project: its boards, and its people beside them. */
export function ProjectPage({ project }: { project: ProjectView }) {
  const { t } = useTranslation('projects')
  const { revalidate } = useRevalidator()
  const path = (
    <nav className="projects-path">
      <Link to="/">{t('title')}</Link>
      <span aria-hidden="true">/</span>
      <strong>{project.name}</strong>
    </nav>
  )
  return (
    <PageFrame title={project.name} path={path}>
      {project.archived && <ArchivedBanner project={project} onChanged={revalidate} />}
      <div className="projects-page">
        <Boards project={project} onChanged={revalidate} />
        <MembersPanel {...project} project={project.id} onChanged={revalidate} />
      </div>
    </PageFrame>
  )
}

type PartProps = { project: ProjectView; onChanged: () => void }

function ArchivedBanner({ project: { id: project, name, abilities }, onChanged }: PartProps) {
  const { t } = useTranslation('projects')
  const { bringBack } = useArchive(name, {
    archive: () => api.projects.archive.mutate({ project }),
    restore: () => api.projects.restore.mutate({ project }),
    onChanged,
  })
  return (
    <div className="projects-banner">
      <span>{t('isArchived')}</span>
      {abilities.includes('project.archive') && (
        <Button size="s" onClick={() => void bringBack()}>
          {t('bringBack')}
        </Button>
      )}
    </div>
  )
}

function Boards({ project, onChanged }: PartProps) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const [isNaming, setNaming] = useState(false)
  const mayMake = project.abilities.includes('board.make') && !project.archived
  const here = project.boards.filter((board) => !board.archived)
  const away = project.boards.filter((board) => board.archived)
  const makeButton = mayMake && (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setNaming(true)}>
      {t('newBoard')}
    </Button>
  )
  const grid = (boards: BoardRow[]) => (
    <ul className="projects-grid">
      {boards.map((board) => (
        <BoardCard key={board.id} {...{ board, project, onChanged }} />
      ))}
    </ul>
  )
  return (
    <section aria-label={t('boards')}>
      <div className="projects-head">
        <h1>{project.name}</h1>
        {here.length > 0 && makeButton}
      </div>
      {here.length > 0 ? (
        grid(here)
      ) : (
        <Empty title={t('noBoards')} action={makeButton}>
          {mayMake ? t('noBoardsLead') : t('noBoardsReader')}
        </Empty>
      )}
      {away.length > 0 && (
        <details className="projects-archive">
          <summary>{t('archivedCount', { count: away.length })}</summary>
          {grid(away)}
        </details>
      )}
      {isNaming && (
        <NameDialog
          title={t('newBoard')}
          label={t('boardName')}
          go={t('make')}
          onClose={() => setNaming(false)}
          onName={async (name) => {
            const { id } = await api.projects.makeBoard.mutate({ project: project.id, name })
            navigate(`/boards/${id}`)
          }}
        />
      )}
    </section>
  )
}
