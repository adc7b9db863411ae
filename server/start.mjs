// `npm start` and `npm run dev`.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfOld } from './build.mjs'
import { requireNode } from './nodeVersion.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')
const isDev = process.argv.includes('--dev')
process.env.NODE_ENV = isDev ? 'development' : 'production'
if (isDev && !process.env.KONTE_WATCHED) watch()
else await start()

async function start() {
  if (!isDev && !buildIfOld()) process.exit(1)
  const { startKonte } = await import('./main.ts')
  const { openBuiltWeb, openDevWeb } = await import('./web.ts')
  try {
    const konte = await startKonte({}, { web: isDev ? openDevWeb : openBuiltWeb })
    endWith(konte)
    console.log(`Konte is ready: ${konte.url}${konte.startKey ? `/start/${konte.startKey}` : ''}`)
  } catch (error) {
    console.error(error instanceof Error && error.name === 'CannotStart' ? error.message : error)
    process.exit(1)
  }
}

/** Keeps everything before the program goes; a second Ctrl+C does not wait. */
function endWith(konte) {
  let isEnding = false
  const end = async () => {
    if (isEnding) process.exit(1)
    isEnding = true
    await konte.close()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** The server anew whenever a file of it changes; the app is Vite's to reload. */
function watch() {
  const node = ['--watch', '--watch-preserve-output', fileURLToPath(import.meta.url), '--dev']
  const env = { ...process.env, KONTE_WATCHED: '1' }
  const child = spawn(process.execPath, node, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
