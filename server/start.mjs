// `npm start`, `npm run dev`. Plain JavaScript of the old kind: it has to run on a Node that is too old, to say so.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const isDev = process.argv.includes('--dev')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Konte needs Node 22.18 or newer; this is ${process.version}. Install Node 24 from https://nodejs.org.`,
  )
  process.exit(1)
}
process.chdir(root)
process.env.NODE_ENV = isDev ? 'development' : 'production'
if (isDev && !process.env.KONTE_WATCHED) watch()
else await start()

async function start() {
  if (!isDev && isBuildOld()) build()
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

function isBuildOld() {
  const built = join(root, 'build/server/index.js')
  if (!existsSync(built)) return true
  const sources = ['app', 'db', 'public', 'package.json', 'vite.config.ts', 'remix.config.js']
  return Math.max(...sources.map((name) => newest(join(root, name)))) > statSync(built).mtimeMs
}

function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function build() {
  console.log('Building the app; this is done once and after changes, and takes about half a minute.')
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const built = spawnSync(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
  })
  if (built.status === 0) return
  console.error('The app could not be built; what is wrong stands above.')
  process.exit(1)
}

/** The server again whenever a file of it changes; the app is Vite's to reload. */
function watch() {
  const node = ['--watch', '--watch-preserve-output', fileURLToPath(import.meta.url), '--dev']
  const child = spawn(process.execPath, node, {
    stdio: 'inherit',
    env: { ...process.env, KONTE_WATCHED: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
