import type { BoardSession } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { pictureOf } from './useTakesOf.ts'

/** Saves a take's picture under a name that says where it belongs: `The harbour, panel 3, take 2.png`. */
export function downloadPicture(session: BoardSession, take: TakeView, number: number): void {
  const picture = pictureOf(take)
  if (!picture) return
  const panel = session.panels.get().findIndex(({ id }) => id === take.panel) + 1
  const link = document.createElement('a')
  link.href = `/assets/${picture}`
  link.download = fileName(session.greeting.board.name, panel, number)
  link.click()
}

/** No character that a file system refuses. */
export const fileName = (board: string, panel: number, take: number): string =>
  `${
    board
      .replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'Konte'
  }, ${panel}-${take}.png`
