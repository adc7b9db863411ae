import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Limits } from '#server/rooms/limits.ts'

export type Served = { child: ChildProcess; port: number }

/** Rooms in a process of their own. */
export async function startServer(file: string, port = 0, limits: Partial<Limits> = {}): Promise<Served> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const words = [script, file, String(port), JSON.stringify(limits)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer]
  return { child, port: Number(line.toString()) }
}

export type Health = { stallMs: number; megabytes: number; rooms: number; refusals: Record<string, number> }

export async function askHealth({ port }: Pick<Served, 'port'>): Promise<Health> {
  return (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Health
}
