import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import * as Y from 'yjs'
import { useBoard } from '#app/board/session.ts'
import { type PanelText, panelsOf, panelText } from '#db/board/drawing.ts'
import type { PanelId } from '#db/ids.ts'
import { bindText } from './bindText.ts'
import './panels.css'

export type SharedTextProps = {
  panel: PanelId
  field: PanelText
  label: string
  hideLabel?: boolean
  placeholder?: string
  rows?: number
  maxLength?: number
  /** The area itself, for who inserts words at its caret. */
  areaRef?: Ref<HTMLTextAreaElement>
}

/** One text of a panel, typed into by several people at once. Reviewers read it. */
export function SharedText({
  panel,
  field,
  label,
  hideLabel,
  placeholder,
  rows = 2,
  ...rest
}: SharedTextProps) {
  const id = useId()
  const session = useBoard()
  const text = useSharedText(panel, field)
  const area = useRef<HTMLTextAreaElement | null>(null)
  const mayWrite = session.can('board.draw') && !session.greeting.board.archived

  useEffect(() => {
    if (!area.current || !text) return
    return bindText(area.current, text, (write) => session.change(write, 'typing'))
  }, [session, text])

  const undo = useTextUndo(text)
  const onKeyDown = (event: KeyboardEvent): void => {
    // The canvas has keys of its own (Delete, N, 1 to 4): here they are letters.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) event.stopPropagation()
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) undo?.redo()
    else undo?.undo()
  }
  const { areaRef, maxLength = 4000 } = rest
  const hold = useCallback(
    (element: HTMLTextAreaElement | null) => {
      area.current = element
      if (typeof areaRef === 'function') areaRef(element)
      else if (areaRef) (areaRef as { current: HTMLTextAreaElement | null }).current = element
    },
    [areaRef],
  )
  return (
    <div className="ui-field">
      <label htmlFor={id} className={hideLabel ? 'ui-unseen' : 'ui-field-label'}>
        {label}
      </label>
      <textarea
        id={id}
        ref={hold}
        className="panels-text"
        rows={rows}
        maxLength={maxLength}
        placeholder={mayWrite ? placeholder : ''}
        readOnly={!mayWrite || !text}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

/** The text itself; another object when the panel is deleted and brought back. */
function useSharedText(panel: PanelId, field: PanelText): Y.Text | null {
  const { drawing } = useBoard()
  const subscribe = useCallback(
    (tell: () => void) => {
      panelsOf(drawing).observe(tell)
      return () => panelsOf(drawing).unobserve(tell)
    },
    [drawing],
  )
  const read = () => panelText(drawing, panel, field)
  return useSyncExternalStore(subscribe, read, read)
}

/** Undo inside a text goes back over this person's words in it, and never over a stroke on the canvas. */
function useTextUndo(text: Y.Text | null): Y.UndoManager | null {
  const { undo: board } = useBoard()
  const undo = useMemo(() => {
    if (!text) return null
    const own = [...board.trackedOrigins].filter((origin) => origin !== board)
    return new Y.UndoManager(text, { trackedOrigins: new Set(own) })
  }, [text, board])
  useEffect(() => () => undo?.destroy(), [undo])
  return undo
}
