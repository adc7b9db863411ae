import { Link } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu, type MenuEntry } from '#app/ui/index.ts'
import type { AssetHash } from '#db/ids.ts'
import { Cover } from './Cover.tsx'
import './projects.css'

type Props = {
  to: string
  name: string
  cover: AssetHash | null
  isArchived: boolean
  entries: readonly MenuEntry[]
  children: ReactNode
}

/** A project or a board among others: its cover, its name, a line about it, and what can be done with it. */
export function Card({ to, name, cover, isArchived, entries, children }: Props) {
  const { t } = useTranslation('projects')
  return (
    <li className="projects-card" data-archived={isArchived}>
      <div className="projects-cover">
        <Cover cover={cover} />
      </div>
      <div className="projects-card-body">
        <Link to={to} className="projects-card-name">
          {name}
        </Link>
        {entries.length > 0 && (
          <div className="projects-card-menu">
            <Menu
              trigger={
                <IconButton label={t('actionsFor', { name })}>
                  <Ellipsis aria-hidden="true" />
                </IconButton>
              }
              entries={entries}
            />
          </div>
        )}
        <div className="projects-card-words">{children}</div>
      </div>
    </li>
  )
}
