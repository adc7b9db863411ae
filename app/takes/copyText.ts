/** Puts a text on the clipboard; tells whether it worked. Plain http has no clipboard api: there, the old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'ui-unseen'
  // Inside an open dialog: the focus is kept in there, and what stands outside cannot be selected.
  const home = before?.closest('[role="dialog"]') ?? document.body
  home.append(area)
  area.select()
  const worked = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return worked
}
