import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openGenerator } from './childGenerator.ts'
import type { Recipe } from './generator.ts'
import { findModels, type Model } from './registry.ts'

/** `npm run models -- <verb>`: what is here, whether it is whole, and how the reader is made and judged. */
const verbs: Record<string, { about: string; run(args: string[]): Promise<number> }> = {
  list: { about: 'the models that are here', run: list },
  check: { about: '<id>: whether all its files are whole, and whether it paints', run: ([id]) => check(id) },
  train: {
    about: 'reader [--minutes 150 …]: trains the stroke reader, on from where it was stopped',
    run: train,
  },
  evaluate: { about: '[reader.onnx]: the reader on the locked drawings, as JSON', run: evaluate },
}

const modelsDir = process.env.MODELS_DIR ?? 'models/weights'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const print = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

async function list(): Promise<number> {
  for (const model of await findModels(modelsDir)) print(describe(model))
  print(`\nModels that you bring stand in ${modelsDir}, a folder each, with a manifest.json.`)
  return 0
}

const describe = ({ id, name, manifest, reason }: Model) =>
  `${id.padEnd(20)} ${name} (${manifest?.licence ?? 'licence unknown'}): ${reason ?? 'ready'}`

async function check(id: string | undefined): Promise<number> {
  const model = (await findModels(modelsDir, { thorough: true })).find((known) => known.id === id)
  if (!model) {
    complain(`There is no model “${id ?? ''}” here. See: npm run models -- list`)
    return 1
  }
  if (model.reason !== null) {
    complain(`${model.name} cannot be used. ${model.reason}`)
    return 1
  }
  const log = {
    info: () => {},
    warn: (event: string) => complain(event),
    error: (event: string) => complain(event),
  }
  const generator = await openGenerator({ modelsDir, log })
  try {
    const { ms, device } = await generator.run(trial(model.id), () => {}, new AbortController().signal)
    print(`${model.name} is whole, and painted a lake on ${device} in ${ms} ms.`)
    return 0
  } catch (error) {
    complain(`${model.name} is whole, but does not paint: ${error instanceof Error ? error.message : error}`)
    return 1
  } finally {
    await generator.close()
  }
}

/** A shore line and a sun. */
function trial(model: string): Recipe {
  const line = { colour: '#1d1d1f', fill: null, size: 4 }
  const sun = Array.from({ length: 25 }, (_, at) => {
    const turn = (at / 24) * 2 * Math.PI
    return [700 + 50 * Math.cos(turn), 150 + 50 * Math.sin(turn), 0.5]
  })
  const strokes = [
    { id: 'shore', points: [0, 330, 0.5, 480, 322, 0.5, 960, 330, 0.5], ...line },
    { id: 'sun', points: sun.flat(), ...line },
  ]
  return {
    ...{
      model,
      pass: 'first',
      width: 512,
      height: 288,
      prompt: 'a lake, sun',
      style: '',
      follow: 1,
      seed: 1,
    },
    ...{ layout: { width: 960, height: 540, strokes }, drawing: new Uint8Array(), variation: 0 },
    ...{ over: null, corrections: {} },
  }
}

function train([what, ...args]: string[]): Promise<number> {
  if (what !== 'reader') {
    complain('What can be trained: reader')
    return Promise.resolve(1)
  }
  return runProgram('python3', [here('training/train.py'), ...args])
}

function evaluate(args: string[]): Promise<number> {
  return runProgram(process.execPath, [here('evaluation/evaluate.ts'), ...args])
}

/** Hands the terminal over to a program, and its exit code back. */
function runProgram(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const program = spawn(command, args, { stdio: 'inherit' })
    program.on('error', () => {
      complain(`${command} is needed for this and was not found.`)
      resolve(1)
    })
    program.on('exit', (code) => resolve(code ?? 1))
  })
}

const [verb = '', ...args] = process.argv.slice(2)
const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
if (!known) {
  complain(
    `npm run models -- <verb>\n${Object.entries(verbs)
      .map(([name, { about }]) => `  ${name} ${about}`)
      .join('\n')}`,
  )
}
process.exitCode = known ? await known.run(args) : 1
