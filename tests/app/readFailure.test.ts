import { TRPCClientError } from '@trpc/client'
import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readFailure } from '#app/readFailure.ts'
import { Failure } from '#server/errors.ts'

const refusal = new Failure('notAllowed', 'As reviewer you may not do this.')

it('reads a refusal thrown by the door, by a caller and over http alike', () => {
  const seen = { kind: 'notAllowed', message: 'As reviewer you may not do this.' }
  expect(readFailure(refusal)).toMatchObject(seen)
  const called = new TRPCError({ code: 'FORBIDDEN', message: refusal.message, cause: refusal })
  expect(readFailure(called)).toMatchObject(seen)
  const shape = { message: refusal.message, code: -32603, data: { failure: 'notAllowed', requestId: 'r1' } }
  expect(readFailure(TRPCClientError.from({ error: shape } as never))).toMatchObject({
    ...seen,
    requestId: 'r1',
  })
})

it('turns a refused input into sentences', () => {
  const { error: cause } = z.object({ name: z.string().min(1, 'A name is needed.') }).safeParse({ name: '' })
  const thrown = new TRPCError({ code: 'BAD_REQUEST', ...(cause && { cause }) })
  expect(readFailure(thrown)).toMatchObject({ kind: 'invalid', message: 'A name is needed.' })
})

it('knows a server that is away from one that broke', () => {
  expect(readFailure(TRPCClientError.from(new TypeError('Failed to fetch'))).kind).toBe('offline')
  const broken = { message: 'Something broke (r2).', code: -32603, data: { failure: null, requestId: 'r2' } }
  expect(readFailure(TRPCClientError.from({ error: broken } as never))).toMatchObject({
    kind: 'bug',
    requestId: 'r2',
  })
  expect(readFailure(new Error('no idea')).kind).toBe('bug')
  expect(readFailure(null).kind).toBe('bug')
})
