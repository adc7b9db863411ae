import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sheet as measures, type PlacedScene, panelSize } from '#db/board/sheet.ts'
import { newPanel, newScene } from './actions.ts'
import { useDesk } from './desk.ts'
import type { Sheet } from './readDrawing.ts'
import { useBoard, useBoardSettings } from './session.ts'
import { stopForSheet } from './stopForSheet.ts'

/** The place of the next panel of a scene, or (with no scene) of the next scene. */
export function Ghost({ placed, sheet }: { placed: PlacedScene | null; sheet: Sheet }) {
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const { aspect } = useBoardSettings()
  const size = panelSize(aspect)
  const label = placed ? t('addPanelTo', { number: placed.number }) : t('addScene')
  const add = () =>
    placed ? newPanel({ session, desk }, { scene: placed.scene.id }) : newScene({ session, desk })
  return (
    <button
      type="button"
      className="board-ghost"
      aria-label={label}
      title={label}
      style={placed ? nextPlace(placed, sheet, size) : belowAll(sheet, size)}
      {...stopForSheet}
      onClick={add}
    >
      <Plus aria-hidden="true" />
      {!placed && <span>{label}</span>}
    </button>
  )
}

type Size = { width: number; height: number }

function nextPlace({ scene, y }: PlacedScene, { panels }: Sheet, { width, height }: Size) {
  const row = panels.filter((each) => each.panel.scene === scene.id)
  const last = row.at(-1)
  if (!last) return { left: 0, top: y + measures.heading, width, height }
  const isFull = row.length % measures.columns === 0
  // Behind a full row is no place for a panel, but for a slim sign that more may follow.
  return { left: last.x + width + measures.gap, top: last.y, width: isFull ? 96 : width, height }
}

function belowAll({ panels, scenes }: Sheet, { width, height }: Size) {
  const last = panels.at(-1)
  const empty = scenes.at(-1)
  const bottom = Math.max(
    last ? last.y + last.height + measures.caption : 0,
    empty ? empty.y + measures.heading + height : 0,
  )
  return { left: 0, top: bottom + measures.sceneGap, width, height: 110 }
}
