import { type AppLoadContext, json, redirect } from '@remix-run/node'
import type { failures } from '#server/errors.ts'
import { readFailure, type SaidFailure } from './readFailure.ts'

// Typed by the server's own table: a status that differs does not compile.
const statuses: typeof failures = {
  signIn: 401,
  notAllowed: 403,
  notFound: 404,
  modelMissing: 409,
  invalid: 422,
  busy: 429,
  generatorFailed: 502,
  diskFull: 507,
}

/** For loaders: what was asked of the server, or the page that says in words why it cannot be had. */
export async function asked<T>(context: AppLoadContext, request: Request, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    const failure = said(context, thrown)
    const { pathname } = new URL(request.url)
    if (failure.kind === 'signIn') throw redirect(`/sign-in?to=${encodeURIComponent(pathname)}`)
    // An address that cannot be one of ours leads nowhere, like one that is not there any more.
    if (failure.kind === 'invalid') throw refusal({ ...failure, kind: 'notFound', message: '' })
    throw refusal(failure)
  }
}

/** For actions of forms: the refusal goes back to the form, with what was typed still in it. */
export function refused(context: AppLoadContext, thrown: unknown) {
  return refusal(said(context, thrown))
}

function said(context: AppLoadContext, thrown: unknown): SaidFailure {
  const failure = readFailure(thrown)
  if (failure.kind === 'bug') context.log.error('page.failed', { error: thrown })
  return { ...failure, requestId: context.requestId }
}

const refusal = (failure: SaidFailure) =>
  json(
    { failure },
    { status: failure.kind in statuses ? statuses[failure.kind as keyof typeof statuses] : 500 },
  )
