// `npm start` and `npm run dev`.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfOld } from './build.mjs'
import { requireNode } from './nodeVersion.mjs'
import { runWatched } from './watch.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile('.env')
const isDev = process.argv.includes('--dev')
process.env.NODE_ENV = isDev ? 'development' : 'production'
if (isDev && !process.env.KONTE_WATCHED)
  runWatched(import.meta.filename, ['--dev'], { ...process.env, KONTE_WATCHED: '1' })
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

/** Keeps everything before the program goes; a second Ctrl+C, a second later, does not wait. */
function endWith(konte) {
  let since = null
  const end = async () => {
    // One Ctrl+C may arrive twice: from the terminal, and from whoever started us.
    if (since !== null && performance.now() - since > 1000) process.exit(1)
    if (since !== null) return
    since = performance.now()
    await konte.close()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
