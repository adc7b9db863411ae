import type { ReactNode } from 'react'
import { PageFrame } from '#app/PageFrame.tsx'
import type { SaidFailure } from '#app/readFailure.ts'
import { useFailureWords } from '#app/useAct.ts'
import './people.css'

type Props = {
  title: string
  lead: string
  failure: SaidFailure | null
  children: ReactNode
  foot?: ReactNode
}

/** A page by which one comes in: what it is, what went wrong the last time, and a form that works without scripts. */
export function DoorCard({ title, lead, failure, children, foot }: Props) {
  const say = useFailureWords()
  return (
    <PageFrame title={title}>
      <section className="people-door">
        <div className="people-door-head">
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {failure && (
          <p className="people-said" role="alert">
            {say(failure)}
          </p>
        )}
        {children}
        {foot && <div className="people-door-foot">{foot}</div>}
      </section>
    </PageFrame>
  )
}
