// Builds the app when it is missing or older than what it is made of. Plain JavaScript, like start.mjs.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['app', 'db', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js']

/** Says whether there is a built app now. */
export function buildIfOld() {
  if (!isOld()) return true
  console.log('Building the app: once, and after changes. It takes about half a minute.')
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const built = spawnSync(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (built.status === 0) return true
  // What the tools say of a build that went well is of no use to whoever starts Konte.
  console.error(`${built.stdout}${built.stderr}\nThe app could not be built; what is wrong stands above.`)
  return false
}

function isOld() {
  const built = join(root, 'build/server/index.js')
  if (!existsSync(built)) return true
  return Math.max(...sources.map((name) => newest(join(root, name)))) > statSync(built).mtimeMs
}

function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
