import type { Editor } from 'tldraw'
import type { Other } from '#app/board/session.ts'

/** Moves the camera so that this page sees what the other one sees: the same middle, the same width. */
export function followView(editor: Editor, { view }: Other): void {
  if (!view || view.width <= 0) return
  const { w, h } = editor.getViewportScreenBounds()
  const z = w / view.width
  editor.setCamera(
    { x: w / 2 / z - view.x, y: h / 2 / z - view.y, z },
    { animation: { duration: 120, easing: (t) => t } },
  )
}
