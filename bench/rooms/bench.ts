import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measured } from '../run.ts'
import type { Order } from './load.ts'
import type { Kind } from './serve.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

type Health = { mainUs: number; rss: number; commits?: number }
type Seen = {
  arrived: number
  p50: number
  p99: number
  keptP99: number | null
  presence: number
  ms?: number
  bytes: number
}
type Row = { kind: Kind; pass: number; [number: string]: unknown }

/** CPU of a whole process, every thread of it, in microseconds (/proc counts in hundredths of a second). */
function cpuUs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

async function start(kind: Kind) {
  const folder = mkdtempSync(join(tmpdir(), 'konte-bench-'))
  const server = fork(`${here}serve.ts`, [kind, join(folder, 'rooms.sqlite')], { stdio: 'inherit' })
  const [port] = (await once(server, 'message')) as [number]
  const load = fork(`${here}load.ts`, { stdio: 'inherit' })
  await once(load, 'message')
  const end = async () => {
    for (const child of [load, server]) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return { kind, server, load, port, end }
}
type Started = Awaited<ReturnType<typeof start>>

async function tell(load: ChildProcess, order: Order): Promise<Seen> {
  load.send(order)
  const [answer] = (await once(load, 'message')) as [Seen]
  return answer
}

/** What the server spent while something was done to it. */
async function during<T>({ server, port }: Started, act: () => Promise<T>) {
  const health = async () => (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Health
  const pid = server.pid ?? 0
  const before = { ...(await health()), cpu: cpuUs(pid), at: performance.now() }
  const seen = await act()
  const after = { ...(await health()), cpu: cpuUs(pid), at: performance.now() }
  return {
    seen,
    cpuUs: after.cpu - before.cpu,
    mainUs: after.mainUs - before.mainUs,
    ms: after.at - before.at,
    rss: after.rss,
    commits: (after.commits ?? 0) - (before.commits ?? 0),
  }
}

const round = (n: number, places = 1) => Math.round(n * 10 ** places) / 10 ** places

/** Twenty people in a room of a thousand records, all of them drawing. */
async function measureEdits(started: Started, perSecond: number, seconds: number) {
  const { load, port } = started
  await tell(load, { do: 'enter', url: `ws://127.0.0.1:${port}/rooms/edits/drawing`, people: 20 })
  await tell(load, { do: 'fill', records: 1000 })
  await tell(load, { do: 'edit', perSecond, seconds: 5 })
  const spent = await during(started, () => tell(load, { do: 'edit', perSecond, seconds }))
  await tell(load, { do: 'leave' })
  const { seen } = spent
  return {
    'us per delivery': round(spent.cpuUs / seen.arrived, 2),
    'main thread': round(spent.mainUs / seen.arrived, 2),
    'p50 ms': round(seen.p50),
    'p99 ms': round(seen.p99),
    'kept p99 ms': seen.keptP99 === null ? '-' : round(seen.keptP99),
    'commits/s': round(spent.commits / (spent.ms / 1000), 0),
    'delivered/s': round(seen.arrived / (spent.ms / 1000), 0),
  }
}

/** Fifty people come at once to a board of ten thousand records. */
async function measureJoins(started: Started) {
  const { load, port, kind } = started
  if (kind === 'fanout') return {}
  const url = `ws://127.0.0.1:${port}/rooms/joins/drawing`
  await tell(load, { do: 'enter', url, people: 1 })
  await tell(load, { do: 'fill', records: 10_000 })
  // Time for a snapshot to be made, and one visit that finds it.
  await new Promise((resolve) => setTimeout(resolve, 6000))
  await tell(load, { do: 'join', url, people: 1 })
  const spent = await during(started, () => tell(load, { do: 'join', url, people: 50 }))
  await tell(load, { do: 'leave' })
  return {
    '50 joins CPU ms': round(spent.cpuUs / 1000, 0),
    '50 joins ms': round(spent.seen.ms ?? 0, 0),
    'RSS MB': round(spent.rss / 2 ** 20, 0),
  }
}

/** Fifty people move their pointers ten times a second. */
async function measurePresence(started: Started, seconds: number) {
  const { load, port } = started
  await tell(load, { do: 'enter', url: `ws://127.0.0.1:${port}/rooms/points/drawing`, people: 50 })
  await tell(load, { do: 'point', perSecond: 10, seconds: 2 })
  const spent = await during(started, () => tell(load, { do: 'point', perSecond: 10, seconds }))
  await tell(load, { do: 'leave' })
  return { 'presence, share of a core': round(spent.cpuUs / 1000 / spent.ms, 3) }
}

function draw(rows: readonly Row[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '-')))]
  const widths = names.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? '').length)))
  return cells.map((line) => line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '))
}

/** `rooms [passes] [edits a second] [seconds]`; servers take turns within a pass, so that all feel the same machine. */
export async function measure(words: readonly string[]): Promise<Measured> {
  const [passes = 2, perSecond = 1000, seconds = 10] = words.map(Number)
  const hasReference = existsSync(`${here}reference/node_modules/@y/websocket-server`)
  const kinds: Kind[] = ['fanout', 'konte', ...(hasReference ? (['y-websocket'] as const) : [])]
  const rows: Row[] = []
  for (let pass = 1; pass <= passes; pass++) {
    for (const kind of kinds) {
      const started = await start(kind)
      const edits = await measureEdits(started, perSecond, seconds)
      const presence = await measurePresence(started, Math.min(5, seconds))
      rows.push({ kind, pass, ...edits, ...presence, ...(await measureJoins(started)) })
      await started.end()
      process.stderr.write(`${draw(rows).at(-1)}\n`)
    }
  }
  const table = draw(rows)
  if (!hasReference)
    table.push('(y-websocket is measured too once "npm install" was run in bench/rooms/reference)')
  return { results: { perSecond, seconds, rows }, table }
}
