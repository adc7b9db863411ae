import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export type Konte = {
  url: string
  /** What the server printed: the address, with the one-time key while nobody is the owner. */
  start: string
  process: ChildProcess
  output: () => string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** A port that was free a moment ago; a server that is restarted must come back on the same one. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** The real program in its own process, as `npm start` runs it. */
export async function startKonte(
  folder: string,
  port: number,
  more: Record<string, string> = {},
): Promise<Konte> {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  child.stderr.on('data', (chunk) => (output += chunk))
  const start = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const ready = /Konte is ready: (\S+)/.exec(output)
      if (ready) resolve(ready[1]!)
    })
    child.once('exit', (code) =>
      reject(new Error(`Konte ended with ${code} before it was ready:\n${output}`)),
    )
  })
  return {
    url: `http://127.0.0.1:${port}`,
    start: start.replace('localhost', '127.0.0.1'),
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      // The whole group: the generator's process, too, must not outlive a killed server.
      process.kill(-child.pid!, signal)
      await gone
    },
  }
}
