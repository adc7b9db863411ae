import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#app/board/session.ts'

/** The line of a wipe: dragged, or moved by the arrow keys. */
export function Divider({ at, left, right }: { at: number; left: string; right: string }) {
  const { t } = useTranslation('takes')
  const session = useBoard()
  const line = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    const element = line.current
    if (!element) return
    const { looking } = session
    const move = (to: number) => {
      const { view, wipe } = looking.get()
      looking.set({ view, wipe: { ...wipe, at: Math.min(1, Math.max(0, to)) } })
    }
    return listenTo(element, move, () => looking.get().wipe.at)
  }, [session])
  const percent = Math.round(at * 100)
  return (
    <div className="takes-wipe" style={{ left: `${at * 100}%` }}>
      <span className="takes-wipe-name" data-side="left" aria-hidden="true">
        {left}
      </span>
      <span className="takes-wipe-name" data-side="right" aria-hidden="true">
        {right}
      </span>
      <div
        ref={line}
        className="takes-divider"
        // For the board's pointers: not the canvas.
        data-sheet=""
        role="slider"
        tabIndex={0}
        aria-label={t('divider', { left, right })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={t('dividerAt', { percent })}
      />
    </div>
  )
}

/**
 * The canvas listens for the same events on elements above, natively and through React: a native listener here
 * is the only one that comes before both.
 */
function listenTo(element: HTMLElement, move: (at: number) => void, at: () => number): () => void {
  const quiet = new AbortController()
  const { signal } = quiet
  let isHeld = false
  const place = (event: PointerEvent) => {
    const panel = element.closest('.takes-above')?.getBoundingClientRect()
    if (panel?.width) move((event.clientX - panel.left) / panel.width)
  }
  const stop = (event: Event) => event.stopPropagation()
  const release = (event: Event) => {
    isHeld = false
    stop(event)
  }
  element.addEventListener(
    'pointerdown',
    (event) => {
      stop(event)
      if (event.button !== 0) return
      isHeld = true
      element.setPointerCapture(event.pointerId)
      element.focus({ preventScroll: true })
    },
    { signal },
  )
  element.addEventListener('pointermove', (event) => isHeld && place(event), { signal })
  for (const name of ['pointerup', 'pointercancel', 'click', 'dblclick', 'touchstart'] as const) {
    element.addEventListener(name, release, { signal })
  }
  element.addEventListener(
    'keydown',
    (event) => {
      const to = keyPlace(event, at())
      if (to === null) return
      stop(event)
      event.preventDefault()
      move(to)
    },
    { signal },
  )
  return () => quiet.abort()
}

function keyPlace({ key, shiftKey }: KeyboardEvent, at: number): number | null {
  const step = shiftKey ? 0.1 : 0.01
  if (key === 'ArrowLeft' || key === 'ArrowDown') return at - step
  if (key === 'ArrowRight' || key === 'ArrowUp') return at + step
  return key === 'Home' ? 0 : key === 'End' ? 1 : null
}
