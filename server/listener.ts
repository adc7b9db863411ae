import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannotStart.ts'
import type { Env } from './env.ts'

export type Listener = {
  server: Server
  /** Answers the address that people type. */
  listen(): Promise<string>
  /** Lets nobody in any more; what was asked is still answered. */
  stop(): void
  /** Waits until nobody is connected, and cuts off who takes long. Sockets at rooms are the rooms' to end before. */
  end(): Promise<void>
}

/** How long an answer may take once we are closing, milliseconds. */
const patience = 2000

export function openListener(env: Env): Listener {
  const server = createServer(env)
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  return {
    server,
    listen: () => listen(server, env),
    stop() {
      server.close()
      server.closeIdleConnections()
    },
    async end() {
      if (!server.listening && (await connections(server)) === 0) return
      const late = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(late)
    },
  }
}

function createServer({ TLS_CERT, TLS_KEY }: Env): Server {
  if (!TLS_CERT && !TLS_KEY) return createHttp()
  try {
    return createHttps({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) })
  } catch (error) {
    throw new CannotStart(`Konte cannot read TLS_CERT and TLS_KEY: ${(error as Error).message}`)
  }
}

async function listen(server: Server, { PORT, HOST, PUBLIC_URL, TLS_CERT }: Env): Promise<string> {
  try {
    server.listen(PORT, HOST)
    await once(server, 'listening')
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw new CannotStart(
      isTaken
        ? `Port ${PORT} is taken: stop what listens there, or set PORT to another.`
        : `Konte cannot listen on ${HOST}:${PORT}: ${(error as Error).message}`,
    )
  }
  const { port } = server.address() as AddressInfo
  return PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http${TLS_CERT ? 's' : ''}://localhost:${port}`
}

const connections = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)))
