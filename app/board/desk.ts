import { createContext, useContext } from 'react'
import type { Editor } from 'tldraw'
import type { PanelId } from '#db/ids.ts'
import type { Drop } from './dropPlace.ts'
import { type LiveCell, makeLive } from './live.ts'
import type { TldrawStore } from './tldrawStore.ts'

/** Panels on their way to another place, and where they would fall now. */
export type Carrying = {
  panels: readonly PanelId[]
  drop: Drop | null
  line: { x: number; y: number; height: number } | null
}

/** What is on this person's table: the canvas, whom they follow, what they carry. Nobody else sees it. */
export type Desk = {
  editor: LiveCell<Editor | null>
  store: LiveCell<TldrawStore | null>
  /** Awareness client whose view is followed. */
  following: LiveCell<number | null>
  carrying: LiveCell<Carrying | null>
  isHelpOpen: LiveCell<boolean>
}

export function makeDesk(): Desk {
  return {
    editor: makeLive<Editor | null>(null),
    store: makeLive<TldrawStore | null>(null),
    following: makeLive<number | null>(null),
    carrying: makeLive<Carrying | null>(null),
    isHelpOpen: makeLive(false),
  }
}

const Context = createContext<Desk | null>(null)
export const DeskProvider = Context.Provider

export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('useDesk is for what stands inside DeskProvider')
  return desk
}
