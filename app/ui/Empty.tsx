import type { ReactNode } from 'react'
import './overlays.css'

/** Where there is nothing yet: says what will be here, and gives the first step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="ui-empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="ui-empty-action">{action}</div>}
    </div>
  )
}
