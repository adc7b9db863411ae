/**
 * Copies what an input holds. On plain http browsers have no clipboard for pages, so there the old command is tried.
 * False: neither works; the text is selected, so that a person can copy it.
 */
export async function copyText(input: HTMLInputElement): Promise<boolean> {
  input.focus()
  input.select()
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(input.value)
      return true
    }
  } catch {
    // Refused by the browser's settings; the old command may still be allowed.
  }
  return document.execCommand('copy')
}
