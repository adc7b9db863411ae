// `npm test`: everything, a real Chromium included. Arguments go to vitest: `npm test -- tests/takes`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfOld } from '../server/build.mjs'
import { requireNode } from '../server/nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const chromium = findChromium() ?? (installChromium() ? findChromium() : null)
if (!chromium) {
  console.error(
    'The tests need Chromium or Chrome, and found none. Install it (Debian, Ubuntu: sudo apt install chromium; macOS: ' +
      'brew install --cask chromium), or set CHROMIUM to the path of one.',
  )
  process.exit(1)
}
if (!buildIfOld()) process.exit(1)
process.exit(runTests())

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'konte-tests-'))
  const results = join(folder, 'results.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  })
  if (existsSync(results)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'))
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
  }
  rmSync(folder, { recursive: true, force: true })
  return run.status ?? 1
}

function findChromium() {
  const mac = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onPath = (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM, ...onPath, ...mac].find((path) => path && existsSync(path)) ?? null
}

/** On a bare Debian machine where we may. Without the CJK font, Japanese pages are boxes. */
function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium with apt-get, for the tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { stdio: ['ignore', 2, 2], env })
      .status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}
