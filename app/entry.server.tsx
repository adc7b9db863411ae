import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './nonce.ts'

/** How long a page may take to be written, milliseconds. */
export const streamTimeout = 10_000

export default function answerPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, log }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    // Readers without a browser wait for the whole page; people get the shell first.
    const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
    let answer = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Pages hold names and pictures of one person's projects.
          headers.set('Cache-Control', 'private, no-store')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          answer = 500
          log.error('page.notDrawn', { error })
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Told by Remix of every loader, action and page that threw something unexpected. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  if (isMissingPage(error)) return
  // Links to start and to join carry keys.
  const path = new URL(request.url).pathname.replace(/^\/(start|join)\/.*/, '/$1/…')
  context.log.error('page.failed', { error, path })
}

/** An address that no route has is answered with the 404 page; it is not a bug. */
function isMissingPage(error: unknown): boolean {
  return error instanceof Error && /^No route matches URL/.test(error.message)
}
