import type * as Y from 'yjs'
import { carry, carryEdit, type Delta, editBetween } from './textEdit.ts'

/**
 * Ties a text area to a shared text, both ways, until the returned function is called. Only what changed is written,
 * the caret stays with its letters, and nothing touches the area while an input method composes (a write would
 * break Japanese input): what others wrote meanwhile is put in when the composition ends.
 */
export function bindText(
  area: HTMLTextAreaElement,
  text: Y.Text,
  change: (write: () => void) => void,
): () => void {
  let shown = text.toString()
  let composing = false
  let writing = false
  let missed: Delta[] = []
  area.value = shown

  /** Writes what was typed; returns how far the letters before the caret moved by what others wrote. */
  const write = (): number => {
    const edit = editBetween(shown, area.value, area.selectionEnd)
    const caret = Math.min(area.selectionEnd, shown.length)
    if (!edit) return missed.reduce((at, delta) => carry(at, delta), caret) - caret
    const { at, remove, insert } = carryEdit(edit, missed)
    writing = true
    change(() => {
      if (remove > 0) text.delete(at, remove)
      if (insert) text.insert(at, insert)
    })
    writing = false
    return at - edit.at
  }

  const show = (place: (at: number) => number): void => {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area
    area.value = text.toString()
    area.scrollTop = scrollTop
    // Safari gives the focus to an area whose selection is set.
    if (area.ownerDocument.activeElement === area) {
      area.setSelectionRange(place(selectionStart), place(selectionEnd), selectionDirection)
    }
  }

  const onInput = (): void => {
    if (composing) return
    write()
    shown = area.value
  }
  const onCompositionStart = (): void => {
    composing = true
  }
  const onCompositionEnd = (): void => {
    composing = false
    const moved = write()
    if (missed.length) show((at) => at + moved)
    missed = []
    shown = area.value
  }
  const onChange = (event: Y.YTextEvent): void => {
    if (writing) return
    const { delta } = event
    if (composing) missed.push(delta)
    else {
      show((at) => carry(at, delta))
      shown = area.value
    }
  }

  area.addEventListener('input', onInput)
  area.addEventListener('compositionstart', onCompositionStart)
  area.addEventListener('compositionend', onCompositionEnd)
  text.observe(onChange)
  return () => {
    if (composing) onCompositionEnd()
    area.removeEventListener('input', onInput)
    area.removeEventListener('compositionstart', onCompositionStart)
    area.removeEventListener('compositionend', onCompositionEnd)
    text.unobserve(onChange)
  }
}
