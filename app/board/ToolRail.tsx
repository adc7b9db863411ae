import { Eraser, Hand, MousePointer2, PaintBucket, Pen, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useReducer } from 'react'
import { useTranslation } from 'react-i18next'
import { DefaultColorStyle, DefaultFillStyle, DefaultSizeStyle, type Editor, useValue } from 'tldraw'
import { IconButton } from '#app/ui/index.ts'
import { palette, sizes } from '#db/board/palette.ts'
import { useDesk } from './desk.ts'
import { useLive } from './live.ts'
import { useBoard } from './session.ts'

const toolsOf = [
  { id: 'select', Icon: MousePointer2, shortcut: 'V', draws: false },
  { id: 'hand', Icon: Hand, shortcut: 'H', draws: false },
  { id: 'draw', Icon: Pen, shortcut: 'P', draws: true },
  { id: 'eraser', Icon: Eraser, shortcut: 'E', draws: true },
] as const

/** Pen, eraser and what they draw with. Large enough for a finger. */
export function ToolRail() {
  const { t } = useTranslation('board')
  const { can, greeting } = useBoard()
  const editor = useLive(useDesk().editor)
  const draws = can('board.draw') && !greeting.board.archived
  const tool = useValue('tool', () => editor?.getCurrentToolId() ?? '', [editor])
  return (
    <div className="board-rail" role="toolbar" aria-label={t('tools')} aria-orientation="vertical">
      {toolsOf.map(({ id, Icon, shortcut, draws: needs }) =>
        needs && !draws ? null : (
          <IconButton
            key={id}
            className="board-tool"
            side="right"
            label={t(`tool.${id}`)}
            shortcut={shortcut}
            active={tool === id}
            onClick={() => editor?.setCurrentTool(id)}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        ),
      )}
      {draws && editor && <PenCase editor={editor} />}
      {draws && <UndoButtons />}
    </div>
  )
}

function PenCase({ editor }: { editor: Editor }) {
  const { t } = useTranslation('board')
  const colour = useValue('colour', () => editor.getStyleForNextShape(DefaultColorStyle), [editor])
  const size = useValue('size', () => editor.getStyleForNextShape(DefaultSizeStyle), [editor])
  const fill = useValue('fill', () => editor.getStyleForNextShape(DefaultFillStyle), [editor])
  return (
    <>
      <IconButton
        className="board-tool"
        side="right"
        label={t('fill')}
        active={fill !== 'none'}
        onClick={() => {
          const next = fill === 'none' ? 'solid' : 'none'
          editor.setStyleForSelectedShapes(DefaultFillStyle, next)
          editor.setStyleForNextShapes(DefaultFillStyle, next)
        }}
      >
        <PaintBucket aria-hidden="true" />
      </IconButton>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere */}
      <div className="board-sizes" role="group" aria-label={t('sizes')}>
        {sizes.map(({ name, px }) => (
          <IconButton
            key={name}
            className="board-size"
            side="right"
            label={t(`size.${name}`)}
            active={size === name}
            onClick={() => {
              editor.setStyleForSelectedShapes(DefaultSizeStyle, name)
              editor.setStyleForNextShapes(DefaultSizeStyle, name)
            }}
          >
            <i style={{ width: px + 2, height: px + 2 }} />
          </IconButton>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere */}
      <div className="board-colours" role="group" aria-label={t('colours')}>
        {palette.map(({ name, hex }) => (
          <IconButton
            key={name}
            className="board-colour"
            side="right"
            label={t(`colour.${name}`)}
            active={colour === name}
            onClick={() => {
              editor.setStyleForSelectedShapes(DefaultColorStyle, name)
              editor.setStyleForNextShapes(DefaultColorStyle, name)
            }}
          >
            <i style={{ background: hex }} />
          </IconButton>
        ))}
      </div>
    </>
  )
}

function UndoButtons() {
  const { t } = useTranslation('board')
  const { undo } = useBoard()
  const [, render] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const names = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
    for (const name of names) undo.on(name, render)
    return () => {
      for (const name of names) undo.off(name, render)
    }
  }, [undo])
  return (
    <div className="board-undo">
      <IconButton
        className="board-tool"
        side="right"
        label={t('undo')}
        shortcut="Mod+Z"
        disabled={!undo.canUndo()}
        onClick={() => undo.undo()}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        className="board-tool"
        side="right"
        label={t('redo')}
        shortcut="Mod+Shift+Z"
        disabled={!undo.canRedo()}
        onClick={() => undo.redo()}
      >
        <Redo2 aria-hidden="true" />
      </IconButton>
    </div>
  )
}
