import type { FailureKind } from '#server/errors.ts'

export type SaidFailure = {
  kind: FailureKind | 'offline' | 'bug'
  /** The server's own sentence, in English; empty where the kind says it all. */
  message: string
  requestId: string
}

type Thrown = {
  message?: unknown
  name?: unknown
  kind?: unknown
  code?: unknown
  cause?: { name?: unknown; kind?: unknown; issues?: unknown } | null
  data?: { failure?: unknown; requestId?: unknown; code?: unknown } | null
}

/**
 * What was thrown at the page, as something that can be said: by tRPC over http, by a caller inside a loader, or by a
 * verb of the door. Read by shape, since a page holds no code of the server to compare with.
 */
export function readFailure(thrown: unknown): SaidFailure {
  const { message, name, kind, code, cause, data } = (thrown ?? {}) as Thrown
  const said = typeof message === 'string' ? message : ''
  const requestId = typeof data?.requestId === 'string' ? data.requestId : ''
  if (name === 'Failure') return { kind: kind as FailureKind, message: said, requestId }
  if (cause?.name === 'Failure') return { kind: cause.kind as FailureKind, message: said, requestId }
  if (typeof data?.failure === 'string')
    return { kind: data.failure as FailureKind, message: said, requestId }
  if ((data?.code ?? code) === 'BAD_REQUEST')
    return { kind: 'invalid', message: sentences(cause?.issues), requestId }
  if (name === 'TRPCClientError' && !data) return { kind: 'offline', message: '', requestId }
  return { kind: 'bug', message: '', requestId }
}

/** What zod says of an input, one sentence for each thing that is wrong. */
function sentences(issues: unknown): string {
  if (!Array.isArray(issues)) return ''
  return [...new Set(issues.map((issue: { message?: unknown }) => String(issue.message ?? '')))].join(' ')
}
