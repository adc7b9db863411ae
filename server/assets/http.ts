import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AssetHash, BoardId } from '#db/ids.ts'
import { check } from '#server/check.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Person } from '#server/people/person.ts'
import { checkCapture } from './check.ts'
import { hashOf, thumbnailWidths } from './store.ts'

type Place = Pick<House, 'env' | 'assets' | 'seatAt' | 'log'>
type WhoAsks = (req: Request) => Promise<Person | null>

/** `PUT`, `HEAD` and `GET /assets/<sha256>`. */
export function assetRoutes(house: Place, whoAsks: WhoAsks): Router {
  const routes = Router()
  const body = express.raw({ type: () => true, limit: house.env.MAX_ASSET_BYTES })
  routes.put('/:hash', async (req, res) => {
    const person = signedIn(await whoAsks(req))
    const hash = check(Hash, req.params.hash)
    const seat = await house.seatAt(check(Board, req.query.board), person)
    seat.require('board.draw')
    // Only now is the body read: who may not draw sends no 20 MB.
    const bytes = await readBody(body, req, res)
    if (hashOf(bytes) !== hash) throw new Failure('invalid', 'The picture did not arrive whole. Try again.')
    const isNew = !(await house.assets.has(hash))
    const mime = req.get('content-type')?.split(';')[0] ?? 'application/octet-stream'
    if (mime === 'application/json') checkCapture(bytes)
    await house.assets.put(bytes, { mime, by: person.id })
    res.status(isNew ? 201 : 200).json({ hash })
  })
  // Express answers HEAD by GET without the body.
  routes.get('/:hash', async (req, res) => {
    signedIn(await whoAsks(req))
    const hash = check(Hash, req.params.hash)
    const width = req.query.w === undefined ? null : check(Width, Number(req.query.w))
    const { mime } = await house.assets.stat(hash)
    const path = width ? await house.assets.thumbnail(hash, width) : await house.assets.file(hash)
    await send(res, path, width ? 'image/webp' : mime)
  })
  return routes
}

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'The address is not the sha-256 of a file.')
  .pipe(AssetHash)
const Board = z.string('Say for which board: ?board=<id>.').pipe(BoardId)
const Width = z.literal([...thumbnailWidths], `A thumbnail is ${thumbnailWidths.join(', ')} pixels wide.`)

function signedIn(person: Person | null): Person {
  if (!person) throw new Failure('signIn', 'Sign in, or open your invitation link again.')
  return person
}

function readBody(body: express.RequestHandler, req: Request, res: Response): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    body(req, res, (error?: unknown) => {
      if (isTooLarge(error))
        reject(new Failure('invalid', 'The picture is too large for this server.', { cause: error }))
      else if (error) reject(error)
      else resolve(Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0))
    })
  })
}

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'type' in error && error.type === 'entity.too.large'

/** With ranges; as something that is only ever looked at, never run, and never changes. */
function send(res: Response, path: string, mime: string): Promise<void> {
  const headers = {
    'Content-Type': mime,
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  }
  return new Promise((resolve, reject) => {
    const options = { headers, cacheControl: false, dotfiles: 'allow' as const }
    res.sendFile(path, options, (error) => {
      // Whoever asked went away; that is no failure of ours.
      if (!error || res.headersSent) resolve()
      else
        reject(
          new Failure('notFound', 'The file of this picture is missing on the server.', { cause: error }),
        )
    })
  })
}
