import { useMemo } from 'react'
import { useEditor, useValue } from 'tldraw'
import { sheet as measures } from '#db/board/sheet.ts'
import { Caption } from './Caption.tsx'
import { useDesk } from './desk.ts'
import { Ghost } from './Ghost.tsx'
import { useLive } from './live.ts'
import { SceneHeading } from './SceneHeading.tsx'
import { useBoard, useSheet } from './session.ts'

/** Units around the screen in which words are kept ready. */
const margin = 200

/** What is written on the sheet around the panels. It lies under them and moves with the camera. */
export function SheetLayer() {
  const editor = useEditor()
  const sheet = useSheet()
  const session = useBoard()
  const { can, greeting } = session
  const draws = can('board.draw') && !greeting.board.archived
  // Only what is near the screen is in the page, and it renders again only when that changes, not at every step of a pan.
  const seen = useValue('seen words', () => {
    const { minX, minY, maxX, maxY } = editor.getViewportPageBounds()
    const isNear = (y: number, height: number) => y < maxY + margin && y + height > minY - margin
    const rows = sheet.panels.map((each, at) => {
      const isIn = isNear(each.y, each.height + measures.caption)
      return isIn && each.x < maxX + margin && each.x + each.width > minX - margin ? at : -1
    })
    return rows.filter((at) => at >= 0).join(' ')
  }, [editor, sheet])
  const near = useMemo(
    () =>
      seen
        ? seen
            .split(' ')
            .map((at) => sheet.panels[Number(at)])
            .filter((each) => !!each)
        : [],
    [seen, sheet],
  )
  const last = sheet.scenes.at(-1)
  return (
    <div className="board-sheet" data-sheet="">
      {sheet.scenes.map((placed) => (
        <SceneHeading
          key={placed.scene.id}
          placed={placed}
          isEmpty={!sheet.panels.some((each) => each.panel.scene === placed.scene.id)}
          draws={draws}
        />
      ))}
      {draws && sheet.scenes.map((placed) => <Ghost key={placed.scene.id} placed={placed} sheet={sheet} />)}
      {near.map((placed) => (
        <Caption key={placed.panel.id} placed={placed} draws={draws} />
      ))}
      {draws && last && <Ghost key="scene" placed={null} sheet={sheet} />}
      <DropLine />
    </div>
  )
}

function DropLine() {
  const line = useLive(useDesk().carrying)?.line
  if (!line) return null
  return <div className="board-drop" style={{ left: line.x, top: line.y, height: line.height }} />
}
