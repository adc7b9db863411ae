import { createExpressMiddleware } from '@trpc/server/adapters/express'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { newId } from '#db/ids.ts'
import { type Asked, isOurPage, readAsked, toHeaders } from './asked.ts'
import { assetRoutes } from './assets/http.ts'
import { Failure, failures } from './errors.ts'
import type { House } from './house.ts'
import { openMetrics } from './metrics.ts'
import { type Door, openDoor } from './people/door.ts'
import type { Person } from './people/person.ts'
import { openTries, type Tries } from './people/tries.ts'
import { appRouter, callerOf } from './router.ts'
import { nonceOf, safeHeaders } from './safeHeaders.ts'
import { countTakes } from './takesByKind.ts'
import type { Context } from './trpc.ts'
import type { Web } from './web.ts'

type Locals = { requestId: string; nonce: string }

/** What is answered at which path. */
export function openHttp(house: House, web: Web): Express {
  const { env, people } = house
  const tries = openTries()
  const app = express()
  app.disable('x-powered-by')
  app.use(greet(house))
  app.use(safeHeaders(web))
  app.use(health(house))
  app.use(refuseForeign(house))
  app.use(
    '/assets',
    assetRoutes(house, (req) => people.personOf(toHeaders(req))),
  )
  app.use(compression())
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      maxBodySize: 2_000_000,
      createContext: async ({ req, res }) => {
        const asked = readAsked(req, env)
        return contextOf(house, asked, await people.personOf(asked.headers), (res.locals as Locals).requestId)
      },
      onError: ({ error, path, ctx }) => logBug(house, error, { path, requestId: ctx?.requestId }),
    }),
  )
  app.use(web.files)
  app.all('/{*path}', answerPage(house, web, tries))
  app.use(answerError(house))
  return app
}

/** Numbers the request, and tells the log and the metrics how it ended. */
function greet({ env, log, db, rooms }: House): RequestHandler {
  const metrics = env.METRICS
    ? openMetrics({ rooms: () => rooms.health().rooms, takes: () => countTakes(db) })
    : null
  return (req, res, next) => {
    const started = performance.now()
    Object.assign(res.locals, { requestId: newId().slice(0, 10), nonce: newId() } satisfies Locals)
    const route = /^\/(assets|trpc|web|boards|projects)\b/.exec(req.path)?.[1] ?? 'other'
    res.on('finish', () => {
      const ms = Math.round(performance.now() - started)
      metrics?.answered(route, req.method, res.statusCode, ms / 1000)
      // No path: links to start and to join carry keys.
      log.debug('http.answered', {
        requestId: res.locals.requestId,
        method: req.method,
        route,
        status: res.statusCode,
        ms,
      })
    })
    if (!metrics || req.path !== '/metrics') return next()
    void metrics.text().then(({ type, body }) => res.type(type).send(body), next)
  }
}

/** `/healthz`: the process answers. `/readyz`: it can keep what people do. */
function health({ db, rooms }: House): RequestHandler {
  return (req, res, next) => {
    if (req.path === '/healthz') return void res.type('text').send('ok')
    if (req.path !== '/readyz') return next()
    const { trouble } = rooms.health()
    if (trouble) return void res.status(503).type('text').send(`Boards cannot be kept right now: ${trouble}`)
    db.$client.prepare('SELECT 1').get()
    res.type('text').send('ready')
  }
}

/** Cookies travel with requests that other sites' pages make: those may look at nothing and change nothing. */
function refuseForeign({ env, log }: House): RequestHandler {
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || isOurPage(req, env)) return next()
    log.warn('http.foreign', { origin: req.headers.origin })
    next(new Failure('notAllowed', 'This request came from a page of another site.'))
  }
}

function contextOf(
  house: House,
  { origin, language }: Asked,
  person: Person | null,
  requestId: string,
): Context {
  return { house, person, requestId, origin, language }
}

function answerPage(house: House, web: Web, tries: Tries): RequestHandler {
  return async (req, res) => {
    const asked = readAsked(req, house.env)
    const person = await house.people.personOf(asked.headers)
    const { requestId } = res.locals as Locals
    const door: Door = openDoor({ house, tries, person, ...asked })
    await web.pages(
      req,
      res,
      {
        person,
        api: callerOf(contextOf(house, asked, person, requestId)),
        door,
        nonce: nonceOf(res),
        tldrawLicenseKey: house.env.TLDRAW_LICENSE_KEY,
        requestId,
        log: house.log.with({ requestId }),
      },
      new URL(req.originalUrl, asked.origin),
    )
  }
}

/** Express knows an error handler by its four parameters. */
function answerError(house: House): ErrorRequestHandler {
  return (error, req, res, next) => {
    const { requestId } = res.locals as Locals
    const failure = asFailure(error)
    if (!failure) logBug(house, error, { path: req.path, requestId })
    if (res.headersSent) return next(error)
    if (failure) res.status(failures[failure.kind]).json({ failure: failure.kind, message: failure.message })
    else res.status(500).json({ failure: null, message: `Something broke (${requestId}).` })
  }
}

/** Express's own refusals (a path that is no text, a body that never came) are the asker's, not bugs. */
function asFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status < 500 ? new Failure('invalid', 'The request could not be read.', { cause: error }) : null
}

function logBug({ log }: House, error: unknown, fields: Record<string, unknown>): void {
  const cause = error instanceof Error ? error.cause : null
  if (cause instanceof Failure)
    log.debug('http.refused', { ...fields, failure: cause.kind, words: cause.message })
  else if (isAskersFault(error)) log.debug('http.refused', { ...fields, error })
  else log.error('http.broke', { ...fields, error })
}

const isAskersFault = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['BAD_REQUEST', 'NOT_FOUND', 'METHOD_NOT_SUPPORTED'].includes(String(error.code))
