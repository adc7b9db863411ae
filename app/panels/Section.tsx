import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import './panels.css'

type SectionProps = { name: string; title: string; beside?: ReactNode; children: ReactNode }

/** A part of the side that folds; this browser remembers which ones were folded. */
export function Section({ name, title, beside, children }: SectionProps) {
  const id = useId()
  const [open, setOpen] = useState(() => localStorage.getItem(keyOf(name)) !== 'folded')
  const fold = () => {
    localStorage.setItem(keyOf(name), open ? 'folded' : 'open')
    setOpen(!open)
  }
  return (
    <section className="panels-section" data-open={open}>
      <div className="panels-section-head">
        <h3>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={fold}>
            <ChevronRight aria-hidden="true" />
            {title}
          </button>
        </h3>
        {open && beside}
      </div>
      <div id={id} className="panels-section-body" hidden={!open}>
        {open && children}
      </div>
    </section>
  )
}

const keyOf = (name: string) => `konte-side-${name}`
