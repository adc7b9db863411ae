import { useEffect, useRef } from 'react'
import type { PanelId } from '#db/ids.ts'
import { drawPanel } from './ink/drawPanel.ts'
import { usePart } from './live.ts'
import { useBoard } from './session.ts'

type Props = { panel: PanelId; width: number; height: number }

/** The layout left of a wipe's line: a still drawing, since nobody draws while they compare. */
export function WipedStrokes({ panel, width, height }: Props) {
  const { looking, strokes } = useBoard()
  const at = usePart(looking, ({ wipe }) => wipe.at)
  const canvas = useRef<HTMLCanvasElement | null>(null)
  useEffect(() => {
    const draw = () => {
      const ctx = canvas.current?.getContext('2d')
      if (!ctx) return
      ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height)
      drawPanel(
        ctx,
        strokes.of(panel).map((kept) => kept.stroke),
        ctx.canvas.width / width,
      )
    }
    draw()
    return strokes.listen(({ panels }) => panels.has(panel) && draw())
  }, [strokes, panel, width])
  return (
    <canvas
      ref={canvas}
      className="board-drawn"
      width={width * 1.5}
      height={height * 1.5}
      style={{ clipPath: `inset(0 ${(1 - at) * 100}% 0 0)` }}
    />
  )
}
