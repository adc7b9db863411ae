import { api } from '#app/api.ts'
import type { BoardSession } from '#app/board/session.ts'
import { type Panel, readBoard, readPanels } from '#db/board/drawing.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { PanelId, TakeId } from '#db/ids.ts'
import type { Wishes } from './wishes.ts'

/** The server takes so many panels in one request. */
const most = 100

export type Asked = { panels: readonly PanelId[]; wishes: Wishes; seed?: number }

/** What a pass can start from: a second pass needs the take that the panel shows. */
export function panelsFor(
  pass: Wishes['pass'],
  panels: readonly PanelId[],
  shown: ReadonlyMap<PanelId, TakeView>,
): readonly PanelId[] {
  return pass === 'first' ? panels : panels.filter((panel) => shown.get(panel)?.state.kind === 'done')
}

/**
 * Captures every panel as it is drawn now and asks for its takes, with the words that stand there now.
 * `onCapture` hears how many panels are captured.
 */
export async function askForTakes(
  session: BoardSession,
  { panels, wishes, seed }: Asked,
  onCapture: (done: number) => void = () => {},
): Promise<TakeId[]> {
  const { pass, variations, model } = wishes
  const going = panelsFor(pass, panels, session.shown.get()).slice(0, most)
  const requests = []
  for (const id of going) {
    onCapture(requests.length)
    const hashes = await session.capturePanel(id, pass)
    // Read after the capture: somebody may have typed, or deleted the panel, meanwhile.
    const panel = readPanels(session.drawing).find((each) => each.id === id)
    if (panel) requests.push({ ...requestFor(session, panel, pass, seed), ...hashes })
  }
  onCapture(requests.length)
  if (requests.length === 0) return []
  return api.takes.request.mutate({
    board: session.board,
    ...(model ? { model } : {}),
    ...{ pass, variations, style: readBoard(session.drawing).style, panels: requests },
  })
}

function requestFor(session: BoardSession, panel: Panel, pass: Wishes['pass'], seed?: number) {
  const parent = pass === 'second' ? (session.shown.get().get(panel.id)?.id ?? null) : null
  const { id, prompt, follow } = panel
  return { panel: id, prompt, follow, seed: seed ?? panel.seed, parent }
}

/** The very same take once more, from what was captured then: for one that failed. */
export function askAgain(session: BoardSession, take: TakeView): Promise<TakeId[]> {
  const { panel, prompt, follow, seed, parent, capture, model, pass, style } = take
  return api.takes.request.mutate({
    ...{ board: session.board, model, pass, style, variations: 1 },
    panels: [{ panel, prompt, follow, seed, parent, ...capture }],
  })
}
