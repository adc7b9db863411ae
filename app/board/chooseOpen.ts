import type { Placed } from '#db/board/sheet.ts'
import type { PanelId } from '#db/ids.ts'

type Box = { x: number; y: number; w: number; h: number }
type Wanted = {
  placed: readonly Placed[]
  /** What is on screen, page units. */
  seen: Box
  zoom: number
  /** Panels that stay open whatever is on screen: one draws or has something selected there. */
  held: ReadonlySet<PanelId>
  strokes(panel: PanelId): number
}

/** A panel narrower than this many pixels is looked at, not drawn in: its picture will do. */
const leastWidth = 230
/** tldraw slows down at about a thousand shapes on a page (measured), so only so much is open at once. */
const mostPanels = 9
const mostStrokes = 900

/** Which panels' strokes are put into tldraw: those that are large on screen, the nearest to its middle first. */
export function chooseOpen({ placed, seen, zoom, held, strokes }: Wanted): ReadonlySet<PanelId> {
  const open = new Set(held)
  let budget = mostStrokes
  for (const id of held) budget -= strokes(id)
  const [middleX, middleY] = [seen.x + seen.w / 2, seen.y + seen.h / 2]
  const near = placed
    .filter((each) => each.width * zoom >= leastWidth && isSeen(each, seen) && !open.has(each.panel.id))
    .map((each) => ({
      id: each.panel.id,
      far: Math.hypot(each.x + each.width / 2 - middleX, each.y + each.height / 2 - middleY),
    }))
    .sort((a, b) => a.far - b.far)
  for (const { id } of near) {
    const count = strokes(id)
    if (open.size >= mostPanels || budget < count) continue
    budget -= count
    open.add(id)
  }
  return open
}

const isSeen = (each: Placed, seen: Box) =>
  each.x < seen.x + seen.w &&
  each.x + each.width > seen.x &&
  each.y < seen.y + seen.h &&
  each.y + each.height > seen.y

export function panelAt(placed: readonly Placed[], point: { x: number; y: number }): Placed | null {
  return (
    placed.find(
      (each) =>
        point.x >= each.x &&
        point.x <= each.x + each.width &&
        point.y >= each.y &&
        point.y <= each.y + each.height,
    ) ?? null
  )
}

/** The panel in which most of these page points lie: where a line belongs that was begun outside of all. */
export function panelUnder(
  placed: readonly Placed[],
  points: readonly { x: number; y: number }[],
): Placed | null {
  let [best, most] = [null as Placed | null, 0]
  for (const each of placed) {
    const inside = points.filter((point) => panelAt([each], point)).length
    if (inside > most) [best, most] = [each, inside]
  }
  return best
}
