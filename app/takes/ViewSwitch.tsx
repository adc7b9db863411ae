import { Blend, Columns2, Image, PenLine } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useView, views } from '#app/board/session.ts'
import { IconButton } from '#app/ui/index.ts'
import './takes.css'

const icons = { layout: PenLine, paint: Image, both: Blend, wipe: Columns2 } as const

/** What this person sees of all panels: lines, painting, both, or a wipe. Keys 1 to 4. */
export function ViewSwitch() {
  const { t } = useTranslation('takes')
  const { view, setView } = useView()
  useViewKeys()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of buttons everywhere
    <div className="takes-views" role="group" aria-label={t('views')}>
      {views.map((each, at) => {
        const Icon = icons[each]
        return (
          <IconButton
            key={each}
            label={t(`view.${each}`)}
            shortcut={String(at + 1)}
            active={view === each}
            onClick={() => setView(each)}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        )
      })}
    </div>
  )
}

function useViewKeys(): void {
  const { looking } = useBoard()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const view = views[Number(event.key) - 1]
      if (!view || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target))
        return
      event.preventDefault()
      looking.set({ ...looking.get(), view })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [looking])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
