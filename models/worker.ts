import { performance } from 'node:perf_hooks'
import { Stopped, Unable } from './generator.ts'
import type { FromChild, ToChild } from './messages.ts'
import { openStudio } from './studio.ts'

/** The painting process: owns the models, and paints one picture at a time. */
const [modelsDir = ''] = process.argv.slice(2)
const studio = await openStudio(modelsDir)
let painting: { job: number; stopped: boolean } | null = null

const say = (message: FromChild) => void process.send?.(message)

process.on('message', (message: ToChild) => {
  if (message.kind === 'cancel') {
    if (painting?.job === message.job) painting.stopped = true
  } else void paint(message)
})
// The server is gone: nobody wants the picture.
process.on('disconnect', () => process.exit())

say({ kind: 'hello', models: studio.models() })

async function paint({ job, recipe }: ToChild & { kind: 'job' }): Promise<void> {
  const started = performance.now()
  const mine = { job, stopped: false }
  painting = mine
  const alive = setInterval(() => say({ kind: 'heartbeat' }), 1_000)
  try {
    const painted = await studio.paint(
      recipe,
      (progress) => say({ kind: 'progress', job, progress }),
      () => mine.stopped,
    )
    const ms = Math.round(performance.now() - started)
    say({ kind: 'result', job, painting: { ...painted, ms } })
  } catch (error) {
    if (error instanceof Stopped) say({ kind: 'stopped', job })
    else {
      const words = error instanceof Unable ? error.message : null
      say({ kind: 'error', job, words, stack: error instanceof Error ? `${error.stack}` : String(error) })
    }
  } finally {
    clearInterval(alive)
    painting = null
  }
}
