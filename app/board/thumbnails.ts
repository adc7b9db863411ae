import type { BoardSettings } from '#db/board/drawing.ts'
import { panelSize } from '#db/board/sheet.ts'
import { drawPanel } from './ink/drawPanel.ts'
import type { GrowingStroke } from './ink/growingInk.ts'
import type { Live } from './live.ts'
import type { Strokes } from './strokes.ts'

/** Object urls of the panels' drawings, small and transparent, kept fresh while somebody shows them. */
export type Thumbnails = {
  /** The url (null: nothing is drawn) and a way to hear that it changed. */
  of(panel: string): Live<string | null>
  close(): void
}

type Entry = {
  url: string | null
  isStale: boolean
  isBusy: boolean
  told: Set<() => void>
  live: Live<string | null>
}

/** Pixels across; enough for a panel that is too small on screen to be open. */
const across = 400
const restMs = 140

export function makeThumbnails(
  strokes: Strokes,
  growing: Live<ReadonlyMap<string, GrowingStroke>>,
  settings: Live<BoardSettings>,
): Thumbnails {
  const entries = new Map<string, Entry>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isClosed = false

  const wake = (wait = restMs) => {
    if (timer === null && !isClosed) timer = setTimeout(() => whenIdle(work), wait)
  }

  const entryOf = (panel: string): Entry => {
    const known = entries.get(panel)
    if (known) return known
    const told = new Set<() => void>()
    const entry: Entry = {
      url: null,
      isStale: true,
      isBusy: false,
      told,
      live: {
        get: () => entry.url,
        subscribe(tell) {
          told.add(tell)
          if (entry.isStale) wake(0)
          return () => told.delete(tell)
        },
      },
    }
    entries.set(panel, entry)
    return entry
  }

  const spoil = (panel: string) => {
    const entry = entries.get(panel)
    if (!entry) return
    entry.isStale = true
    wake()
  }

  function work(): void {
    timer = null
    const started = performance.now()
    for (const [panel, entry] of entries) {
      if (!entry.isStale || entry.isBusy || !entry.told.size) continue
      // A slice of work, then the page again: a sheet of 300 panels must not stand still while it opens.
      if (performance.now() - started > 12) {
        wake(16)
        return
      }
      void refresh(panel, entry)
    }
  }

  async function refresh(panel: string, entry: Entry): Promise<void> {
    Object.assign(entry, { isStale: false, isBusy: true })
    const url = await draw(panel)
    entry.isBusy = false
    if (isClosed) {
      if (url) URL.revokeObjectURL(url)
      return
    }
    const before = entry.url
    entry.url = url
    // Images that still load the old url get the time to do so.
    if (before) setTimeout(() => URL.revokeObjectURL(before), 2_000)
    for (const tell of [...entry.told]) tell()
    if (entry.isStale) wake()
  }

  async function draw(panel: string): Promise<string | null> {
    const drawn = [...strokes.of(panel).map((kept) => kept.stroke)]
    for (const line of growing.get().values()) if (line.stroke.panel === panel) drawn.push(line.stroke)
    if (!drawn.length) return null
    const { width, height } = panelSize(settings.get().aspect)
    const canvas = document.createElement('canvas')
    const dense = Math.min(2, window.devicePixelRatio || 1)
    canvas.width = Math.round(across * dense)
    canvas.height = Math.round((canvas.width * height) / width)
    const ctx = canvas.getContext('2d')
    if (!ctx) return null
    drawPanel(ctx, drawn, canvas.width / width)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', 0.9))
    return blob ? URL.createObjectURL(blob) : null
  }

  let inked = new Set<string>()
  const stops = [
    strokes.listen(({ panels }) => {
      for (const panel of panels) spoil(panel)
    }),
    growing.subscribe(() => {
      const now = new Set([...growing.get().values()].map((line) => line.stroke.panel))
      for (const panel of new Set([...inked, ...now])) spoil(panel)
      inked = now
    }),
    settings.subscribe(() => {
      for (const panel of entries.keys()) spoil(panel)
    }),
  ]
  return {
    of: (panel) => entryOf(panel).live,
    close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      for (const stop of stops) stop()
      for (const { url } of entries.values()) if (url) URL.revokeObjectURL(url)
    },
  }
}

/** Pictures wait for a moment in which nobody pans or draws, but not for ever. Safari has no such moments. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 500 })
  else work()
}
