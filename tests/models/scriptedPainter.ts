import type { Painting } from '#models/generator.ts'
import type { FromChild, ToChild } from '#models/messages.ts'

/** A painting process that does what the prompt says: for what the real one should never do. */
const say = (message: FromChild) => void process.send?.(message)
const picture: Painting = {
  ...{ width: 1, height: 1, bytes: new Uint8Array([1, 2, 3]), reading: null, device: 'CPU', ms: 1 },
  model: { id: 'konte-painter', name: String(process.pid), sha256: '' },
}

if (process.argv[2] === 'dead') process.exit(3)
process.on('disconnect', () => process.exit())
process.on('message', (message: ToChild) => {
  if (message.kind === 'cancel') return say({ kind: 'stopped', job: message.job })
  const { job, recipe } = message
  const progress = { step: 1, steps: 2, stage: recipe.prompt, preview: null }
  say({ kind: 'progress', job, progress })
  switch (recipe.prompt) {
    case 'die':
      return process.exit(1)
    case 'block':
      // Deaf to everything, as a native call that never returns is.
      for (;;);
    case 'wait':
      return
    case 'bug':
      return say({ kind: 'error', job, words: null, stack: 'TypeError: x' })
    case 'unable':
      return say({ kind: 'error', job, words: 'Draw something first.', stack: '' })
    default:
      say({ kind: 'progress', job: job - 1, progress: { ...progress, stage: 'of an earlier run' } })
      return say({ kind: 'result', job, painting: picture })
  }
})
say({ kind: 'hello', models: [{ id: 'konte-painter', name: 'Scripted', ready: true, reason: null }] })
