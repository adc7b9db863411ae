import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTRPCClient, httpLink } from '@trpc/client'
import type { Role } from '#db/access.ts'
import type { ProjectId } from '#db/ids.ts'
import { Failure, failures } from '#server/errors.ts'
import { type Konte, startKonte } from '#server/main.ts'
import type { AppRouter } from '#server/router.ts'
import type { Web } from '#server/web.ts'

export type Server = Konte & {
  folder: string
  visit(): Visitor
  owner(): Promise<Visitor>
  close(): Promise<void>
}

/** The real server in this process, on a port and (unless one is given) in a folder of its own; only the pages are not built. */
export async function aServer(changes: Record<string, string> = {}): Promise<Server> {
  const folder = changes.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'konte-server-'))
  const konte = await startKonte(
    { DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', PUBLIC_URL: '', ...changes },
    { web: async () => doorsOnly },
  )
  const visit = () => new Visitor(konte.url)
  return {
    ...konte,
    folder,
    visit,
    async owner() {
      const owner = visit()
      await owner.door('claim', konte.startKey, { name: 'Mai', colour: '#2b62c9' })
      return owner
    },
    async close() {
      await konte.close()
      if (!changes.DATA_DIR) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stands where Remix stands: `POST /door {verb, args}` uses the door as a page's action does. */
const doorsOnly: Web = {
  isDev: false,
  files: (_req, _res, next) => next(),
  close: async () => {},
  async pages(req, res, { door, person }) {
    if (req.url !== '/door') return void res.end(JSON.stringify({ person }))
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const { verb, args } = JSON.parse(Buffer.concat(chunks).toString()) as {
      verb: 'claim'
      args: ['', never]
    }
    try {
      const entry = await door[verb](...args)
      if (entry.headers) res.setHeader('set-cookie', entry.headers.getSetCookie())
      res.end(JSON.stringify(entry))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      res.statusCode = failures[error.kind]
      res.end(JSON.stringify({ failure: error.kind, message: error.message }))
    }
  },
}

/** One browser: it has cookies, and sends the Origin of our page. */
export class Visitor {
  readonly url: string
  readonly api: ReturnType<typeof createTRPCClient<AppRouter>>
  readonly cookies = new Map<string, string>()

  constructor(url: string) {
    this.url = url
    this.api = createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${url}/trpc`,
          fetch: (path, init) => this.fetch(String(path), init as RequestInit),
        }),
      ],
    })
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size) headers.set('cookie', this.cookie)
    if (!headers.has('origin')) headers.set('origin', this.url)
    const answer = await fetch(new URL(path, this.url), { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    return answer
  }

  async door(verb: string, ...args: unknown[]): Promise<{ status: number; to?: string; message?: string }> {
    const answer = await this.fetch('/door', { method: 'POST', body: JSON.stringify({ verb, args }) })
    return { status: answer.status, ...(await answer.json()) }
  }

  /** Makes a link in a project and lets somebody new come in by it. */
  async invite(project: ProjectId, role: Role, name: string): Promise<Visitor> {
    const { url } = await this.api.invites.make.mutate({ project, role, days: 7 })
    const guest = new Visitor(this.url)
    const entry = await guest.door('join', url.split('/').at(-1), { name, colour: '#c2410c' })
    if (entry.status !== 200) throw new Error(entry.message)
    return guest
  }
}
