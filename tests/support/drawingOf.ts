import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { message } from '#db/board/messages.ts'
import type { BoardId } from '#db/ids.ts'
import type { Visitor } from './aServer.ts'

/** The drawing of a board as this visitor's page receives it. */
export async function drawingOf(visitor: Visitor, board: BoardId): Promise<Y.Doc> {
  const drawing = new Y.Doc()
  const provider = new WebsocketProvider(
    `${visitor.url.replace('http', 'ws')}/rooms/${board}`,
    'drawing',
    drawing,
    { WebSocketPolyfill: socketOf(visitor) as never, params: { v: '1' }, disableBc: true },
  )
  for (const number of Object.values(message)) provider.messageHandlers[number] = () => {}
  await new Promise<void>((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()))
  provider.destroy()
  return drawing
}

/** A WebSocket class that sends a visitor's cookies, as their browser would. */
export function socketOf({ cookie, url }: Visitor, origin = url): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin } })
    }
  } as typeof WebSocket
}
