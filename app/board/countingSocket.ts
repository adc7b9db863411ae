/** y-protocols: message 0 is sync; of it 1 answers a question with updates and 2 is one update. */
const sync = 0
const carriesWork = new Set([1, 2])

const isWork = (sent: unknown): boolean => {
  const bytes = sent instanceof Uint8Array ? sent : sent instanceof ArrayBuffer ? new Uint8Array(sent) : null
  return bytes !== null && bytes[0] === sync && carriesWork.has(bytes[1] ?? -1)
}

export type SocketCounts = { onOpen(): void; onSent(): void }

/**
 * A WebSocket that counts the messages that carry work, as the server does for the same connection:
 * the server answers how many of them are on disk, and the difference is what is still on its way.
 */
export function countingSocket(base: typeof WebSocket, counts: SocketCounts): typeof WebSocket {
  return class extends base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      counts.onOpen()
    }

    override send(sent: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (isWork(sent)) counts.onSent()
      super.send(sent)
    }
  }
}
