import { Copy, Plus, Trash2 } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/index.ts'
import { panelSize } from '#db/board/sheet.ts'
import { duplicateSelected, newPanel } from './actions.ts'
import { useDesk } from './desk.ts'
import { behind } from './dropPlace.ts'
import { FilmstripCell } from './FilmstripCell.tsx'
import { useLive } from './live.ts'
import { useBoard, useBoardSettings, usePanels } from './session.ts'
import { useDelete } from './useDelete.ts'

/** Pixels. The cell's picture keeps the board's shape within this height. */
const pictureHeight = 68
const gap = 8

/** All panels in a row. Only those near the visible part are in the page. */
export function Filmstrip() {
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const panels = usePanels()
  const { aspect } = useBoardSettings()
  const size = panelSize(aspect)
  const width = Math.max(48, Math.round((pictureHeight * size.width) / size.height))
  const step = width + gap
  const track = useRef<HTMLDivElement | null>(null)
  const range = useRange(track, step, panels.length)
  const remove = useDelete()
  const draws = session.can('board.draw') && !session.greeting.board.archived
  useFollowSelection(track, step)
  const find = (x: number) => {
    const at = Math.max(0, Math.min(panels.length - 1, Math.floor(x / step)))
    const panel = panels[at]
    if (!panel) return null
    const isLeft = x - at * step < step / 2
    const drop = isLeft ? { before: panel.id } : behind(panels, at)
    return drop && { drop, line: { x: (isLeft ? at : at + 1) * step - gap / 2, y: 0, height: 0 } }
  }
  const shown = useMemo(() => panels.slice(range.from, range.to), [panels, range])
  return (
    <section className="board-strip" aria-label={t('strip')}>
      {draws && (
        <div className="board-strip-tools">
          <IconButton
            label={t('addPanel')}
            shortcut="N"
            side="top"
            onClick={() => newPanel({ session, desk })}
          >
            <Plus aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('duplicate')}
            shortcut="Mod+D"
            side="top"
            onClick={() => duplicateSelected({ session, desk })}
          >
            <Copy aria-hidden="true" />
          </IconButton>
          <IconButton label={t('delete')} shortcut="Delete" side="top" onClick={remove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <div ref={track} className="board-track">
        <div
          className="board-cells"
          role="listbox"
          aria-label={t('strip')}
          aria-multiselectable="true"
          style={{ width: panels.length * step, height: pictureHeight + 22 }}
        >
          {shown.map((panel, at) => (
            <FilmstripCell
              key={panel.id}
              panel={panel}
              number={range.from + at + 1}
              isFirstOfScene={panels[range.from + at - 1]?.scene !== panel.scene}
              left={(range.from + at) * step}
              size={{ width, height: pictureHeight }}
              find={find}
              draws={draws}
            />
          ))}
          <StripDrop />
        </div>
      </div>
    </section>
  )
}

function StripDrop() {
  const carrying = useLive(useDesk().carrying)
  // A line without height is the strip's own; the sheet's has one.
  if (!carrying?.line || carrying.line.height) return null
  return <div className="board-strip-drop" style={{ left: carrying.line.x }} />
}

function useRange(track: React.RefObject<HTMLDivElement | null>, step: number, count: number) {
  const [range, setRange] = useState({ from: 0, to: Math.min(count, 30) })
  useLayoutEffect(() => {
    const element = track.current
    if (!element) return
    const look = () => {
      const from = Math.max(0, Math.floor(element.scrollLeft / step) - 4)
      const to = Math.min(count, Math.ceil((element.scrollLeft + element.clientWidth) / step) + 4)
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [track, step, count])
  return range
}

function useFollowSelection(track: React.RefObject<HTMLDivElement | null>, step: number): void {
  const { selection, panels } = useBoard()
  const current = useLive(selection).current
  useEffect(() => {
    const element = track.current
    const at = panels.get().findIndex((panel) => panel.id === current)
    // Under a pointer the strip stands still: the second click of a double click must meet the same panel.
    if (!element || at < 0 || element.matches(':hover')) return
    const [left, right] = [at * step, (at + 1) * step]
    if (left < element.scrollLeft) element.scrollLeft = left - step
    else if (right > element.scrollLeft + element.clientWidth)
      element.scrollLeft = right + step - element.clientWidth
  }, [track, step, panels, current])
}
