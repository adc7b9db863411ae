import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Env } from './env.ts'
import type { Language } from './trpc.ts'

type EnvOfAsked = Pick<Env, 'PUBLIC_URL' | 'TRUST_PROXY'>

/** What a request says of where it comes from and how. */
export type Asked = {
  headers: Headers
  /** Scheme and host as the person's browser knows them. */
  origin: string
  isHttps: boolean
  language: Language
  /** Address of who asks, for counting tries. */
  address: string
}

export function readAsked(req: IncomingMessage, env: EnvOfAsked): Asked {
  const headers = toHeaders(req)
  const isHttps = (req.socket as TLSSocket).encrypted === true || proxied(req, env, 'proto') === 'https'
  const origin = env.PUBLIC_URL
    ? new URL(env.PUBLIC_URL).origin
    : `http${isHttps ? 's' : ''}://${hostOf(req, env)}`
  return {
    headers,
    origin,
    isHttps: isHttps || origin.startsWith('https:'),
    language: languageOf(headers),
    address: proxied(req, env, 'for') ?? req.socket.remoteAddress ?? 'unknown',
  }
}

/**
 * Whether the page that sent the request is one of ours. Browsers tell it with every request that changes something and
 * with every socket; a program that is no browser sends no Origin and carries nobody's cookies but its own.
 */
export function isOurPage(req: IncomingMessage, env: EnvOfAsked): boolean {
  const { origin } = req.headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === hostOf(req, env) || (env.PUBLIC_URL !== '' && host === new URL(env.PUBLIC_URL).host)
}

export function toHeaders(req: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || name.startsWith(':')) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  return headers
}

function hostOf(req: IncomingMessage, env: EnvOfAsked): string {
  return proxied(req, env, 'host') ?? req.headers.host ?? 'localhost'
}

/** What the proxy in front says, when there is one of ours; anybody else could say anything. */
function proxied(req: IncomingMessage, env: EnvOfAsked, what: 'for' | 'host' | 'proto'): string | null {
  if (!env.TRUST_PROXY) return null
  const value = req.headers[`x-forwarded-${what}`]
  // The last entry is the one that our proxy added.
  return (
    String(value ?? '')
      .split(',')
      .at(-1)
      ?.trim() || null
  )
}

/** The language that was chosen here, else the browser's. */
function languageOf(headers: Headers): Language {
  const chosen = /(?:^|;\s*)konte-language=(en|ja)(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1]
  if (chosen) return chosen as Language
  const first = (headers.get('accept-language') ?? '')
    .split(',')
    .map((each) => each.trim().slice(0, 2).toLowerCase())
    .find((each) => each === 'en' || each === 'ja')
  return first === 'ja' ? 'ja' : 'en'
}
