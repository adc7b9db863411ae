/** The kinds of expected failure, with their http status. */
export const failures = {
  signIn: 401,
  notAllowed: 403,
  notFound: 404,
  modelMissing: 409,
  invalid: 422,
  busy: 429,
  generatorFailed: 502,
  diskFull: 507,
} as const
export type FailureKind = keyof typeof failures

/** What went wrong, in words a person at the board can act on. Anything else that is thrown is a bug. */
export class Failure extends Error {
  override name = 'Failure'
  readonly kind: FailureKind
  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
