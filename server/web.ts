import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'
import { openPages, type Pages } from './remix.ts'

/** The built app, or the one that Vite builds as it is edited. */
export type Web = { files: RequestHandler; pages: Pages; isDev: boolean; close(): Promise<void> }

const root = fileURLToPath(new URL('../', import.meta.url))
const year = 365 * 24 * 60 * 60

export async function openBuiltWeb(): Promise<Web> {
  const client = join(root, 'build/client')
  const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild
  const files = express.Router()
  files.use(sendSqueezed(client))
  files.use(
    '/web',
    express.static(join(client, 'web'), { immutable: true, maxAge: year * 1000, index: false }),
  )
  files.use(express.static(client, { maxAge: '1h', index: false }))
  return { files, pages: openPages(build, 'production'), isDev: false, close: async () => {} }
}

/** Vite in the same process and on the same port, so that `npm run dev` is `npm start` with hot reload. */
export async function openDevWeb(server: Server): Promise<Web> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server }, allowedHosts: true },
  })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return {
    files: vite.middlewares,
    pages: openPages(build, 'development'),
    isDev: true,
    close: () => vite.close(),
  }
}

const squeezable: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
}
const pack = promisify(gzip)

/**
 * Sends the program's own hashed files compressed, each compressed once: the board's script is megabytes and a whole
 * class may open it at the same moment. gzip, because browsers take Brotli by https only.
 */
function sendSqueezed(client: string): RequestHandler {
  const squeezed = new Map<string, Promise<Buffer | null>>()
  return async (req, res, next) => {
    const type = squeezable[extname(req.path)]
    const plain = req.method !== 'GET' || !req.path.startsWith('/web/') || !req.acceptsEncodings('gzip')
    if (!type || plain || /[^\w./-]|\.\./.test(req.path)) return next()
    const path = join(client, req.path)
    const body =
      squeezed.get(path) ??
      readFile(path).then(
        (bytes) => pack(bytes, { level: 9 }),
        () => null,
      )
    const found = await body
    if (!found) return next()
    squeezed.set(path, body)
    res.set({
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      'Cache-Control': `public, max-age=${year}, immutable`,
      Vary: 'Accept-Encoding',
    })
    res.send(found)
  }
}
