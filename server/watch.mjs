// `npm run dev`: the server anew whenever a file of it changes. The app is Vite's to reload.
import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

// Not node --watch: it also watches what Vite writes and deletes while it starts, and never comes to rest.
const folders = ['server', 'db', 'models']
const isLeftOut = (name) => ['training', 'weights', 'evaluation'].includes(name)
/** An editor writes a file in several steps, milliseconds. */
const calm = 150

/** Runs `program` until this process is told to end. */
export function runWatched(program, args, env) {
  let child = null
  let timer = null
  /** What happens when the child has ended: nothing, while its failure waits to be mended. */
  let next = 'wait'

  function start() {
    next = 'wait'
    child = spawn(process.execPath, [program, ...args], { stdio: 'inherit', env })
    child.on('exit', () => {
      child = null
      if (next === 'end') process.exit(0)
      if (next === 'start') start()
    })
  }

  function restart() {
    if (!child) return start()
    if (next !== 'wait') return
    console.log('Starting again, because the server changed.')
    next = 'start'
    child.kill('SIGTERM')
  }

  for (const folder of folders.flatMap(withFolders)) {
    watch(folder, (_event, name) => {
      if (!/\.(ts|mjs|json|sql)$/.test(name ?? '')) return
      clearTimeout(timer)
      timer = setTimeout(restart, calm)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      next = 'end'
      if (child) child.kill('SIGTERM')
      else process.exit(0)
    })
  }
  start()
}

function withFolders(folder) {
  const inside = readdirSync(folder, { withFileTypes: true })
  const folders = inside.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name))
  return [folder, ...folders.flatMap(({ name }) => withFolders(join(folder, name)))]
}
