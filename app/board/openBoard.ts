import * as Y from 'yjs'
import { boardOf, panelsOf, scenesOf, strokesOf } from '#db/board/drawing.ts'
import { newId, type PanelId } from '#db/ids.ts'
import { capturePanel } from './capture.ts'
import { openConnection } from './connection.ts'
import { type GrowingStroke, growInk, settleInk } from './ink/growingInk.ts'
import { decodeInkMessage } from './ink/inkMessage.ts'
import { keepHere } from './keptHere.ts'
import { makeLive } from './live.ts'
import { readOthers, showPresence } from './presence.ts'
import { makePreviews } from './previews.ts'
import { readDrawing } from './readDrawing.ts'
import { readLedger } from './readLedger.ts'
import { type BoardGreeting, type BoardSession, type Looking, type Selection, views } from './session.ts'
import { readStrokes } from './strokes.ts'
import { makeThumbnails } from './thumbnails.ts'

/** Letters typed within this time are one step of undo. */
const typingMs = 600

/** Opens a board in this page: documents, sockets, the browser's own copy, and the live values that are read of them. */
export function openBoard(greeting: BoardGreeting): BoardSession {
  const { board, person } = greeting
  const drawing = new Y.Doc()
  const ledger = new Y.Doc()
  const origin = { person: person.id }
  const seat = newId()
  const can: BoardSession['can'] = (action) => board.abilities.includes(action)
  const read = readDrawing(drawing)
  const told = readLedger(ledger)
  const strokes = readStrokes(drawing)
  const growing = makeLive<ReadonlyMap<string, GrowingStroke>>(new Map())
  const thumbnails = makeThumbnails(strokes, growing, read.settings)
  const previews = makePreviews()
  const connection = openConnection({
    board: board.id,
    drawing,
    ledger,
    draws: can('board.draw'),
    onPreview: previews.show,
    onInk(from, bytes) {
      const ink = decodeInkMessage(bytes)
      if (ink && !strokes.get(ink.stroke)) growing.set(growInk(growing.get(), from, ink, Date.now()))
    },
  })
  const own = showPresence(connection.awareness, person, seat)
  const others = readOthers(connection.awareness)
  const undo = new Y.UndoManager(
    [strokesOf(drawing), panelsOf(drawing), scenesOf(drawing), boardOf(drawing)] as Y.AbstractType<unknown>[],
    { trackedOrigins: new Set([origin]), captureTimeout: typingMs },
  )
  const selection = makeLive<Selection>({ panels: [], current: null })
  const looking = makeLive<Looking>({ view: rememberedView(), wipe: { take: null, at: 0.5 } })
  const isKept = (stroke: string) => strokes.get(stroke) !== null
  const settle = () => growing.set(settleInk(growing.get(), isKept, Date.now()))
  const clock = setInterval(settle, 2_000)
  const stops = [
    strokes.listen(settle),
    looking.subscribe(() => rememberView(looking.get())),
    told.takes.subscribe(() => {
      const painting = told.takes.get().filter((take) => take.state.kind === 'running')
      previews.keepOnly(new Set(painting.map((take) => take.id)))
    }),
    read.panels.subscribe(() => {
      const there = new Set(read.panels.get().map((panel) => panel.id))
      const { panels, current } = selection.get()
      if (panels.every((id) => there.has(id)) && (!current || there.has(current))) return
      const left = panels.filter((id) => there.has(id))
      select(left, current && there.has(current) ? current : (left.at(-1) ?? null))
    }),
  ]

  function select(panels: readonly PanelId[], current?: PanelId | null) {
    const next = { panels, current: current === undefined ? (panels.at(-1) ?? null) : current }
    selection.set(next)
    own.show({ selected: next.panels.slice(0, 200), panel: next.current })
  }

  const name = `konte:${person.id}:${board.id}`
  let isClosed = false
  void Promise.all([keepHere(`${name}:drawing`, drawing), keepHere(`${name}:ledger`, ledger)]).then(
    (kept) => {
      if (!isClosed) connection.connect(kept.every(Boolean))
    },
  )

  return {
    board: board.id,
    greeting,
    drawing,
    ledger,
    undo,
    strokes,
    growing,
    thumbnails,
    panels: read.panels,
    scenes: read.scenes,
    settings: read.settings,
    sheet: read.sheet,
    open: makeLive<ReadonlySet<PanelId>>(new Set()),
    takes: told.takes,
    shown: told.shown,
    previews,
    selection,
    looking,
    saveState: connection.saveState,
    others: others.others,
    can,
    select,
    sendInk: connection.sendInk,
    showPresence: own.show,
    change(write, how) {
      if (how !== 'typing') undo.stopCapturing()
      drawing.transact(() => write(drawing), origin)
      if (how !== 'typing') undo.stopCapturing()
    },
    isOwn: (of) => of === origin,
    capturePanel: async (panel, pass = 'first') => {
      const shown = told.shown.get().get(panel)
      const under = pass === 'second' && shown?.state.kind === 'done' ? shown.state.picture : null
      const { aspect } = read.settings.get()
      return capturePanel({ board: board.id, aspect, strokes: strokes.of(panel), under })
    },
    close() {
      isClosed = true
      clearInterval(clock)
      for (const stop of stops) stop()
      for (const each of [own, others, connection, thumbnails, previews, strokes, read, told]) each.close()
      undo.destroy()
      drawing.destroy()
      ledger.destroy()
    },
  }
}

const viewKey = 'konte-view'

function rememberedView(): Looking['view'] {
  try {
    return views.find((view) => view === localStorage.getItem(viewKey)) ?? 'both'
  } catch {
    return 'both'
  }
}

function rememberView({ view }: Looking): void {
  try {
    // A wipe compares two takes of the moment; nobody means to come back to it tomorrow.
    if (view !== 'wipe') localStorage.setItem(viewKey, view)
  } catch {
    // A browser that keeps nothing: the view is chosen anew next time.
  }
}
