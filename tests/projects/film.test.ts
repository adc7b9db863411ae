import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readPanels, readScenes, strokesOf } from '#db/board/drawing.ts'
import { decodeStroke } from '#db/board/stroke.ts'
import { UserId } from '#db/ids.ts'
import { filmDrawing } from '#server/projects/film/index.ts'

test.each(['en', 'ja'] as const)(
  'the demo film (%s) is 12 drawn and worded panels in 3 scenes',
  (language) => {
    const drawing = new Y.Doc()
    Y.applyUpdate(drawing, filmDrawing(language, UserId.parse('owner')).update)
    expect(readScenes(drawing)).toHaveLength(3)
    const panels = readPanels(drawing)
    expect(panels).toHaveLength(12)
    const strokes = [...strokesOf(drawing).values()].map(decodeStroke)
    for (const panel of panels) {
      expect(panel.prompt).not.toBe('')
      expect(panel.action).not.toBe('')
      expect(strokes.filter((stroke) => stroke?.panel === panel.id).length).toBeGreaterThan(10)
    }
  },
)
