import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import type { Action, Role } from '#db/access.ts'
import type { BoardSettings, Panel, Scene } from '#db/board/drawing.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { CloseReason } from '#db/board/messages.ts'
import type { Presence } from '#db/board/presence.ts'
import type { AssetHash, BoardId, PanelId, ProjectId, TakeId, UserId } from '#db/ids.ts'
import type { GrowingStroke } from './ink/growingInk.ts'
import { type Live, type LiveCell, useLive } from './live.ts'
import type { OwnPresence } from './presence.ts'
import type { Sheet } from './readDrawing.ts'
import type { Strokes } from './strokes.ts'
import type { Thumbnails } from './thumbnails.ts'

/** What the loader hands to the page. */
export type BoardGreeting = {
  board: {
    id: BoardId
    name: string
    project: { id: ProjectId; name: string }
    role: Role
    abilities: readonly Action[]
    archived: boolean
  }
  person: { id: UserId; name: string; colour: string }
  tldrawLicenseKey?: string | undefined
}

/** Where one's own work is. */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline'; isKeptHere: boolean }
  | { kind: 'reconnecting' }
  | { kind: 'closed'; reason: CloseReason }

export type Selection = { panels: readonly PanelId[]; current: PanelId | null }

export const views = ['layout', 'paint', 'both', 'wipe'] as const
export type View = (typeof views)[number]
/** What this person looks at. `wipe.take` stands on the right of the line at `wipe.at` (0..1 of the width). */
export type Looking = { view: View; wipe: { take: TakeId | null; at: number } }

/** A picture of a take that is being painted: an object url, good until the next one comes. */
export type PreviewPicture = { url: string; step: number; steps: number }

/** Somebody else who has the board open. */
export type Other = Presence & { client: number }

export type BoardSession = {
  board: BoardId
  greeting: BoardGreeting
  drawing: Y.Doc
  ledger: Y.Doc
  undo: Y.UndoManager
  panels: Live<readonly Panel[]>
  scenes: Live<readonly Scene[]>
  settings: Live<BoardSettings>
  sheet: Live<Sheet>
  takes: Live<readonly TakeView[]>
  shown: Live<ReadonlyMap<PanelId, TakeView>>
  /** Panels whose strokes are in tldraw now; the others show a picture of them. */
  open: LiveCell<ReadonlySet<PanelId>>
  previews: Live<ReadonlyMap<string, PreviewPicture>>
  selection: LiveCell<Selection>
  looking: LiveCell<Looking>
  saveState: Live<SaveState>
  others: Live<readonly Other[]>
  /** What is drawn, decoded. */
  strokes: Strokes
  /** Lines that others are drawing this moment. */
  growing: Live<ReadonlyMap<string, GrowingStroke>>
  thumbnails: Thumbnails
  can(action: Action): boolean
  /** Changes the drawing as this person, in one step of their undo. Typing passes `typing`: letters join into a step. */
  change(write: (drawing: Y.Doc) => void, how?: 'typing'): void
  /** Whether a transaction's origin is a change of this person on this page. */
  isOwn(origin: unknown): boolean
  sendInk(ink: Uint8Array): void
  showPresence: OwnPresence['show']
  select(panels: readonly PanelId[], current?: PanelId | null): void
  /** Uploads the panel as it is drawn now; for the second pass the shown take lies under the strokes. */
  capturePanel(panel: PanelId, pass?: 'first' | 'second'): Promise<CaptureHashes>
  close(): void
}
export type CaptureHashes = { picture: AssetHash; strokes: AssetHash }

const Context = createContext<BoardSession | null>(null)
export const BoardProvider = Context.Provider

export function useBoard(): BoardSession {
  const session = useContext(Context)
  if (!session) throw new Error('useBoard is for what stands inside BoardProvider')
  return session
}

export const usePanels = () => useLive(useBoard().panels)
export const useScenes = () => useLive(useBoard().scenes)
export const useBoardSettings = () => useLive(useBoard().settings)
export const useTakes = () => useLive(useBoard().takes)
export const useSheet = () => useLive(useBoard().sheet)
export const useSaveState = () => useLive(useBoard().saveState)
export const useOthers = () => useLive(useBoard().others)

export function useShownTake(panel: PanelId): TakeView | null {
  return useLive(useBoard().shown).get(panel) ?? null
}

/** The object url of the newest preview of a take that is being painted. */
export function usePreview(take: TakeId): string | null {
  return useLive(useBoard().previews).get(take)?.url ?? null
}

export function useSelection(): Selection & { select: BoardSession['select'] } {
  const { selection, select } = useBoard()
  return { ...useLive(selection), select }
}

export function useView() {
  const { looking } = useBoard()
  return {
    ...useLive(looking),
    setView: (view: View) => looking.set({ ...looking.get(), view }),
    setWipe: (wipe: Looking['wipe']) => looking.set({ ...looking.get(), wipe }),
  }
}

export function useAbilities(): { can(action: Action): boolean } {
  return useBoard()
}
