import { readVarUint as decodeCount } from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { decodeInkFrom, decodePreview, encodeInk, message, type Preview } from '#db/board/messages.ts'
import type { BoardId } from '#db/ids.ts'
import { countingSocket } from './countingSocket.ts'
import { type Live, makeLive } from './live.ts'
import { finalReason, type Link, sameState, saveStateOf } from './saveState.ts'
import type { SaveState } from './session.ts'

/** What this page can read and write of the documents; the server refuses pages that are too old. */
const schemaVersion = '1'

export type Connection = {
  awareness: Awareness
  saveState: Live<SaveState>
  sendInk(ink: Uint8Array): void
  connect(isKeptHere: boolean): void
  close(): void
}

type Ends = {
  board: BoardId
  drawing: Y.Doc
  ledger: Y.Doc
  draws: boolean
  onPreview(preview: Preview): void
  onInk(seat: string, ink: Uint8Array): void
}

/** Both sockets of a board: what was drawn, and what the server says of takes. */
export function openConnection({ board, drawing, ledger, draws, onPreview, onInk }: Ends): Connection {
  const link: Link = {
    isOpen: false,
    isConnected: false,
    isSynced: false,
    sent: 0,
    kept: 0,
    draws,
    closed: null,
    away: null,
    isKeptHere: false,
  }
  let lostAt: number | null = null
  const saveState = makeLive<SaveState>({ kind: 'opening' })
  const tell = () => {
    link.away = lostAt === null ? null : Date.now() - lostAt
    const next = saveStateOf(link)
    if (!sameState(next, saveState.get())) saveState.set(next)
  }

  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rooms/${board}`
  const options = { connect: false, disableBc: true, params: { v: schemaVersion } }
  const awareness = new Awareness(drawing)
  const WebSocketPolyfill = countingSocket(WebSocket, {
    onOpen: () => Object.assign(link, { sent: 0, kept: 0 }),
    onSent: () => {
      link.sent += 1
      tell()
    },
  })
  const drawn = new WebsocketProvider(url, 'drawing', drawing, { ...options, awareness, WebSocketPolyfill })
  const told = new WebsocketProvider(url, 'ledger', ledger, options)
  const both = [drawn, told]

  drawn.messageHandlers[message.kept] = (_reply, from) => {
    link.kept = decodeCount(from)
    tell()
  }
  drawn.messageHandlers[message.preview] = (_reply, from) => onPreview(decodePreview(from))
  drawn.messageHandlers[message.ink] = (_reply, from) => {
    const { seat, ink } = decodeInkFrom(from)
    onInk(seat, ink)
  }
  for (const provider of both) {
    provider.shouldReconnect = (event) => finalReason(event.code) === null
    provider.on('connection-close', () => {
      provider.maxBackoffTime = jitter(provider.wsUnsuccessfulReconnects)
    })
    provider.on('status', () => {
      link.isConnected = both.every((each) => each.wsconnected)
      if (link.isConnected) lostAt = null
      else lostAt ??= Date.now()
      tell()
    })
    provider.on('sync', () => {
      link.isSynced = both.every((each) => each.synced)
      tell()
    })
    provider.on('closed', ({ code }) => {
      link.closed = finalReason(code)
      for (const each of both) each.disconnect()
      tell()
    })
  }
  // The state also turns by time alone: what is away for long is offline.
  const clock = setInterval(tell, 1_000)

  return {
    awareness,
    saveState,
    sendInk(ink) {
      if (drawn.wsconnected && drawn.ws?.readyState === WebSocket.OPEN)
        drawn.ws.send(encodeInk(ink) as Uint8Array<ArrayBuffer>)
    },
    connect(isKeptHere) {
      Object.assign(link, { isOpen: true, isKeptHere })
      lostAt = Date.now()
      for (const provider of both) provider.connect()
      tell()
    },
    close() {
      clearInterval(clock)
      for (const provider of both) provider.destroy()
      awareness.destroy()
    },
  }
}

/**
 * The longest wait before the next try. Full jitter: when a server comes back, its rooms' members
 * come one after the other and not all in the same tick.
 */
function jitter(tries: number): number {
  return 200 + Math.random() * Math.min(10_000, 400 * 2 ** Math.min(tries, 6))
}
