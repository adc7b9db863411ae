import type { Panel, Scene } from './drawing.ts'

export const aspects = ['16:9', '2.39:1', '1.85:1', '4:3', '1:1', '9:16'] as const
export type Aspect = (typeof aspects)[number]

const ratio: Record<Aspect, number> = {
  '16:9': 16 / 9,
  '2.39:1': 2.39,
  '1.85:1': 1.85,
  '4:3': 4 / 3,
  '1:1': 1,
  '9:16': 9 / 16,
}

/** The largest panel of that shape in 960 x 540 units. Strokes are kept in these units. */
export function panelSize(aspect: Aspect): { width: number; height: number } {
  const width = Math.min(960, Math.round(540 * ratio[aspect]))
  return { width, height: Math.round(width / ratio[aspect]) }
}

/** Pixels of a first pass: 576 high or 1024 wide, both multiples of 8. */
export function pictureSize(aspect: Aspect, scale = 1): { width: number; height: number } {
  return fitPicture(panelSize(aspect), scale)
}

/** The same for a panel of any size in panel units. */
export function fitPicture(panel: { width: number; height: number }, scale = 1) {
  const { width, height } = panel
  const grow = (Math.min(1024 / width, 576 / height) * scale) / 8
  return { width: Math.round(width * grow) * 8, height: Math.round(height * grow) * 8 }
}

export const sheet = { columns: 4, gap: 64, caption: 150, heading: 96, sceneGap: 80 } as const

export type Placed = { panel: Panel; x: number; y: number; width: number; height: number; number: string }
export type PlacedScene = { scene: Scene; y: number; number: string; width: number }

/**
 * Where everything stands: scenes below each other, panels in rows of four with room for their words.
 * The place is always worked out from the order and never kept, so two people reordering cannot overlap.
 */
export function laySheet(scenes: readonly Scene[], panels: readonly Panel[], aspect: Aspect) {
  const { width, height } = panelSize(aspect)
  const placed: Placed[] = []
  const placedScenes: PlacedScene[] = []
  const rowWidth = sheet.columns * width + (sheet.columns - 1) * sheet.gap
  let y = 0
  let count = 0
  // Panels whose scene somebody deleted stand in a last row of their own.
  const homeless = panels.filter((panel) => !scenes.some((scene) => scene.id === panel.scene))
  const rows = [...scenes.map((scene, at) => ({ scene, number: String(at + 1) }))]
  for (const { scene, number } of rows) {
    placedScenes.push({ scene, y, number, width: rowWidth })
    y += sheet.heading
    y = placeRow(
      panels.filter((panel) => panel.scene === scene.id),
      y,
    )
  }
  if (homeless.length) placeRow(homeless, y + sheet.heading)
  return { panels: placed, scenes: placedScenes }

  function placeRow(row: readonly Panel[], top: number): number {
    row.forEach((panel, at) => {
      const column = at % sheet.columns
      const line = Math.floor(at / sheet.columns)
      count += 1
      placed.push({
        panel,
        x: column * (width + sheet.gap),
        y: top + line * (height + sheet.caption),
        width,
        height,
        number: String(count),
      })
    })
    const lines = Math.max(1, Math.ceil(row.length / sheet.columns))
    return top + lines * (height + sheet.caption) + sheet.sceneGap
  }
}
