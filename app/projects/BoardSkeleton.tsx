import { useTranslation } from 'react-i18next'
import { Spinner } from '#app/ui/index.ts'
import { Mark } from '#app/ui/Mark.tsx'
import './projects.css'

/** The board's places while its canvas is on the way. */
export function BoardSkeleton({ name }: { name: string }) {
  const { t } = useTranslation('projects')
  return (
    <div className="projects-skeleton" aria-busy="true">
      <div className="projects-skeleton-bar">
        <Mark />
        {name}
      </div>
      <div className="projects-skeleton-table">
        <p role="status">
          <Spinner /> {t('skeleton')}
        </p>
      </div>
      <div className="projects-skeleton-strip" />
    </div>
  )
}
