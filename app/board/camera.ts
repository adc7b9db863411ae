import { Box, type Editor } from 'tldraw'
import { sheet as measures } from '#db/board/sheet.ts'
import type { PanelId } from '#db/ids.ts'
import type { Sheet } from './readDrawing.ts'

const glide = { animation: { duration: 220 } }

/** Everything, or, of a long film, the full width of its beginning. */
export function showWholeSheet(editor: Editor, sheet: Sheet): void {
  const bounds = boundsOf(sheet)
  if (bounds) editor.zoomToBounds(bounds, { inset: 24, targetZoom: 1, ...glide })
}

/** How a board opens: as wide as the sheet is, at its top. */
export function showTop(editor: Editor, sheet: Sheet): void {
  const bounds = boundsOf(sheet)
  if (!bounds) return
  const { w, h } = editor.getViewportScreenBounds()
  const all = Math.min((w - 48) / bounds.w, (h - 48) / bounds.h)
  const wide = (w - 48) / bounds.w
  // A short film is shown whole, unless that makes it much smaller than its width would.
  const z = Math.min(1, Math.max(all, wide * 0.82))
  editor.setCamera({ x: (w / z - bounds.w) / 2 - bounds.x, y: 20 / z - bounds.y, z })
}

export function showPanel(editor: Editor, sheet: Sheet, panel: PanelId): void {
  const placed = sheet.panels.find((each) => each.panel.id === panel)
  if (!placed) return
  const { x, y, width, height } = placed
  editor.zoomToBounds(new Box(x, y - 20, width, height + measures.caption), { inset: 28, ...glide })
}

/** Brings a panel on screen without changing how large it is; does nothing when it is there already. */
export function bringIntoView(editor: Editor, sheet: Sheet, panel: PanelId): void {
  const placed = sheet.panels.find((each) => each.panel.id === panel)
  if (!placed) return
  const { x, y, width, height } = placed
  const seen = editor.getViewportPageBounds()
  const isThere = x >= seen.x && y >= seen.y && x + width <= seen.maxX && y + height <= seen.maxY
  if (!isThere) editor.centerOnPoint({ x: x + width / 2, y: y + height / 2 }, glide)
}

/** With room for the sign behind a full row that more may follow. */
function boundsOf({ panels, scenes }: Sheet): Box | null {
  const all = [
    ...panels.map((each) => new Box(each.x, each.y, each.width, each.height + measures.caption)),
    ...scenes.map((each) => new Box(0, each.y, widthOf(each.width, panels), measures.heading)),
  ]
  return all.length ? Box.Common(all) : null
}

/** As many columns as are in use and one to go on with; a sheet of one panel need not be shown from afar. */
function widthOf(full: number, panels: Sheet['panels']): number {
  const right = panels.reduce((most, each) => Math.max(most, each.x + each.width), 0)
  const column = panels[0] ? panels[0].width + measures.gap : full
  return Math.min(full + 160, right + column)
}
