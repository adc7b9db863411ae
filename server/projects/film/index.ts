import * as Y from 'yjs'
import { addPanel, addScene, setBoard, strokesOf } from '#db/board/drawing.ts'
import { encodeStroke } from '#db/board/stroke.ts'
import { newId, type UserId } from '#db/ids.ts'
import { Hand } from './hand.ts'
import { harbour } from './harbour.ts'
import { snow } from './snow.ts'
import { summer } from './summer.ts'

/** "The Dog at the Station": a short film of ours, 12 panels, drawn for Konte and given away with it. */
export const film = [summer, harbour, snow]

export type Language = 'en' | 'ja'

const names = {
  en: { project: 'The Dog at the Station', board: 'Storyboard', style: 'hand-painted animation background' },
  ja: { project: '駅の犬', board: '絵コンテ', style: '手描きのアニメ背景' },
} as const

/** The demo film as the first update of a board's drawing. */
export function filmDrawing(
  language: Language,
  by: UserId,
): { project: string; board: string; update: Uint8Array } {
  const drawing = new Y.Doc()
  const { project, board, style } = names[language]
  setBoard(drawing, 'aspect', '16:9')
  setBoard(drawing, 'rate', 24)
  setBoard(drawing, 'style', style)
  let seed = 1
  for (const { heading, panels } of film) {
    const scene = addScene(drawing, null, heading[language])
    for (const panel of panels) {
      const id = addPanel(drawing, {
        scene,
        duration: panel.duration,
        prompt: panel.prompt[language],
        action: panel.action[language],
        dialogue: panel.dialogue[language],
      })
      const hand = new Hand(seed++)
      panel.draw(hand)
      hand.strokes.forEach((stroke, at) => {
        // Fractional indices of equal length keep the order they were drawn in.
        const index = `a${at.toString(36).padStart(3, '0')}V`
        const record = { ...stroke, panel: id, index, by, at: Math.floor(Date.now() / 1000) }
        strokesOf(drawing).set(`shape:${newId()}`, encodeStroke(record))
      })
    }
  }
  return { project, board, update: Y.encodeStateAsUpdate(drawing) }
}
