import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from '@remix-run/node'
import { toHeaders } from './asked.ts'

export type Pages = (
  req: IncomingMessage,
  res: ServerResponse,
  context: AppLoadContext,
  url: URL,
) => Promise<void>

/** Remix on a plain node server. All that Konte's server knows of Remix is in this file. */
export function openPages(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Pages {
  const answer = createRequestHandler(build, mode)
  return async (req, res, context, url) => {
    const gone = new AbortController()
    res.on('close', () => {
      if (!res.writableFinished) gone.abort()
    })
    const response = await answer(toRequest(req, url, gone.signal), context)
    res.statusCode = response.status
    for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
    const cookies = response.headers.getSetCookie()
    if (cookies.length) res.setHeader('set-cookie', cookies)
    if (!response.body || req.method === 'HEAD') res.end()
    else await writeReadableStreamToWritable(response.body, res)
  }
}

function toRequest(req: IncomingMessage, url: URL, signal: AbortSignal): Request {
  const method = req.method ?? 'GET'
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(req), signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(req)
    init.duplex = 'half'
  }
  return new Request(url, init)
}
