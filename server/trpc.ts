import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError, z } from 'zod'
import type { Action } from '#db/access.ts'
import { BoardId, ProjectId } from '#db/ids.ts'
import { sentences } from './check.ts'
import { Failure, type FailureKind } from './errors.ts'
import type { House } from './house.ts'
import type { Person } from './people/person.ts'

/** What a procedure knows of the one who calls it. */
export type Context = {
  house: House
  person: Person | null
  requestId: string
  /** Scheme and host as the caller's browser knows them, for links. */
  origin: string
  language: Language
}

/** The languages Konte speaks. */
export type Language = 'en' | 'ja'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const failure = error.cause instanceof Failure ? error.cause : null
    const unread = error.cause instanceof ZodError ? error.cause : null
    const known = failure !== null || error.code === 'BAD_REQUEST'
    const kind: FailureKind | null = failure?.kind ?? (unread ? 'invalid' : null)
    return {
      ...shape,
      // What is not expected is a bug: its words are for the log, the person gets the number to quote.
      message: unread
        ? sentences(unread)
        : known
          ? shape.message
          : `Something broke (${ctx?.requestId ?? 'no request id'}).`,
      data: { ...shape.data, stack: undefined, failure: kind, requestId: ctx?.requestId },
    }
  },
})

const codes = {
  signIn: 'UNAUTHORIZED',
  notAllowed: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  invalid: 'UNPROCESSABLE_CONTENT',
  busy: 'TOO_MANY_REQUESTS',
  modelMissing: 'CONFLICT',
  generatorFailed: 'INTERNAL_SERVER_ERROR',
  diskFull: 'INTERNAL_SERVER_ERROR',
} as const

/** Expected failures travel with their own code and sentence. */
const open = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof Failure) {
    const { kind, message } = result.error.cause
    throw new TRPCError({ code: codes[kind], message, cause: result.error.cause })
  }
  return result
})

export const router = t.router
export const createCaller = t.createCallerFactory
export const anyone = open

export const signedIn = open.use(({ ctx, next }) => {
  if (!ctx.person) throw new Failure('signIn', 'Sign in, or open your invitation link again.')
  return next({ ctx: { ...ctx, person: ctx.person } })
})

/** A procedure at one project, by a member who may do `action`. */
export function atProject(action: Action) {
  return signedIn.input(z.object({ project: ProjectId })).use(async ({ ctx, input, next }) => {
    const membership = await ctx.house.membershipAt(input.project, ctx.person.id)
    membership.require(action)
    return next({ ctx: { ...ctx, membership } })
  })
}

/** A procedure at one board: it has a seat there, and may do `action`. */
export function atBoard(action: Action) {
  return signedIn.input(z.object({ board: BoardId })).use(async ({ ctx, input, next }) => {
    const seat = await ctx.house.seatAt(input.board, ctx.person)
    seat.require(action)
    return next({ ctx: { ...ctx, seat } })
  })
}
