import { useNavigate, useRevalidator } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#app/api.ts'
import { PageFrame } from '#app/PageFrame.tsx'
import { Button, Empty } from '#app/ui/index.ts'
import { NameDialog } from './NameDialog.tsx'
import { ProjectCard, type ProjectRow } from './ProjectCard.tsx'
import './projects.css'

/** The front page of somebody who is signed in. */
export function ProjectsPage({ projects }: { projects: ProjectRow[] }) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const [isNaming, setNaming] = useState(false)
  const here = projects.filter((project) => !project.archived)
  const makeButton = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setNaming(true)}>
      {t('newProject')}
    </Button>
  )
  return (
    <PageFrame title={t('title')}>
      <div className="projects-head">
        <h1>{t('title')}</h1>
        {here.length > 0 && makeButton}
      </div>
      {here.length > 0 ? (
        <Grid projects={here} />
      ) : (
        <Empty title={t('empty')} action={makeButton}>
          {t('emptyLead')}
        </Empty>
      )}
      <Archive projects={projects.filter((project) => project.archived)} />
      {isNaming && (
        <NameDialog
          title={t('newProject')}
          label={t('projectName')}
          go={t('make')}
          onClose={() => setNaming(false)}
          onName={async (name) => {
            const { id } = await api.projects.create.mutate({ name })
            navigate(`/projects/${id}`)
          }}
        />
      )}
    </PageFrame>
  )
}

function Grid({ projects }: { projects: ProjectRow[] }) {
  const { revalidate } = useRevalidator()
  return (
    <ul className="projects-grid">
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} onChanged={revalidate} />
      ))}
    </ul>
  )
}

function Archive({ projects }: { projects: ProjectRow[] }) {
  const { t } = useTranslation('projects')
  if (projects.length === 0) return null
  return (
    <details className="projects-archive">
      <summary>{t('archivedCount', { count: projects.length })}</summary>
      <Grid projects={projects} />
    </details>
  )
}
