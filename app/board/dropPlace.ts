import type { Panel } from '#db/board/drawing.ts'
import { sheet as measures } from '#db/board/sheet.ts'
import type { PanelId, SceneId } from '#db/ids.ts'
import type { Sheet } from './readDrawing.ts'

export type Drop = { before: PanelId } | { endOf: SceneId }

/** Right behind a panel. */
export function behind(panels: readonly Panel[], at: number): Drop | null {
  const panel = panels[at]
  const next = panels[at + 1]
  if (!panel) return null
  return next && next.scene === panel.scene ? { before: next.id } : { endOf: panel.scene }
}

/** Where dragged panels fall at a point of the sheet, and the line that shows it. */
export function dropOnSheet(
  { panels, scenes }: Sheet,
  { x, y }: { x: number; y: number },
): { drop: Drop; line: { x: number; y: number; height: number } } | null {
  const scene = scenes.findLast((each) => each.y <= y) ?? scenes[0]
  const row = scene ? panels.filter((each) => each.panel.scene === scene.scene.id) : panels
  if (scene && !row.length)
    return { drop: { endOf: scene.scene.id }, line: { x: -20, y: scene.y + measures.heading, height: 540 } }
  let [best, near] = [row[0], Number.POSITIVE_INFINITY]
  for (const each of row) {
    const far = Math.hypot(
      Math.max(each.x - x, 0, x - each.x - each.width),
      // Rows are farther apart than columns: the row under the pointer wins.
      3 * Math.max(each.y - y, 0, y - each.y - each.height - measures.caption),
    )
    if (far < near) [best, near] = [each, far]
  }
  if (!best) return null
  const { panel, x: left, y: top, width, height } = best
  const half = measures.gap / 2
  if (x < left + width / 2) return { drop: { before: panel.id }, line: { x: left - half, y: top, height } }
  const all = panels.map((each) => each.panel)
  const drop = behind(all, all.indexOf(panel))
  return drop && { drop, line: { x: left + width + half, y: top, height } }
}
