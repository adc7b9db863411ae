import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers of every answer. Plain http under a LAN name must work: nothing here asks the browser for https. */
export function safeHeaders({ isDev }: { isDev: boolean }): RequestHandler {
  const sockets = (req: IncomingMessage) => `ws://${req.headers.host} wss://${req.headers.host}`
  return helmet({
    // Vite's own scripts carry no nonce.
    contentSecurityPolicy: isDev
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'self'"],
            scriptSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
            // tldraw and Radix place things by style attributes.
            styleSrc: ["'self'", "'unsafe-inline'"],
            imgSrc: ["'self'", 'data:', 'blob:'],
            mediaSrc: ["'self'", 'data:', 'blob:'],
            fontSrc: ["'self'", 'data:'],
            // Safari does not count sockets to 'self'.
            connectSrc: ["'self'", 'data:', 'blob:', (req) => sockets(req)],
            workerSrc: ["'self'", 'blob:'],
            objectSrc: ["'none'"],
            baseUri: ["'self'"],
            formAction: ["'self'"],
            frameAncestors: ["'self'"],
          },
        },
    // Both are ignored, with a complaint, under a name that is not https.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    strictTransportSecurity: false,
    // `no-referrer` would also take the Origin from our own forms.
    referrerPolicy: { policy: 'same-origin' },
  })
}

export function nonceOf(res: ServerResponse): string {
  return (res as ServerResponse & { locals: { nonce: string } }).locals.nonce
}
