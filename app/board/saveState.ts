import type { CloseReason } from '#db/board/messages.ts'
import { closeCodes } from '#db/board/messages.ts'
import type { SaveState } from './session.ts'

export type Link = {
  /** The kept copy on this computer was read (or is not to be had). */
  isOpen: boolean
  isConnected: boolean
  /** Both documents have heard everything the server had. */
  isSynced: boolean
  /** Messages with work on this connection: sent, and on the server's disk. */
  sent: number
  kept: number
  /** May write; of others nothing has to be kept. */
  draws: boolean
  closed: CloseReason | null
  /** Milliseconds since the connection was lost; null while it was never there. */
  away: number | null
  /** Work outlives this page: the browser lets us keep it. */
  isKeptHere: boolean
}

/** A line that is back within this time was hardly away. */
const soon = 3_000

export function saveStateOf(link: Link): SaveState {
  if (link.closed) return { kind: 'closed', reason: link.closed }
  if (!link.isOpen) return { kind: 'opening' }
  if (!link.isConnected) {
    const isBrief = link.away === null || link.away < soon
    return isBrief ? { kind: 'reconnecting' } : { kind: 'offline', isKeptHere: link.isKeptHere }
  }
  if (!link.isSynced) return { kind: 'reconnecting' }
  return link.draws && link.sent > link.kept ? { kind: 'saving' } : { kind: 'saved' }
}

export const sameState = (a: SaveState, b: SaveState) => JSON.stringify(a) === JSON.stringify(b)

/** Why the server closed for good; null when it is worth trying again (it was away, or too many came at once). */
export function finalReason(code: number): CloseReason | null {
  const found = (Object.keys(closeCodes) as CloseReason[]).find((reason) => closeCodes[reason] === code)
  return found && found !== 'tooMany' ? found : null
}
