import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

/** What a bench answers: its numbers, and the same as lines of a table. */
export type Measured = { results: unknown; table: string[] }
export type Bench = { measure(words: readonly string[]): Promise<Measured> }

const here = fileURLToPath(new URL('.', import.meta.url))
const [name = '', ...words] = process.argv.slice(2)
const script = `${here}${name}/bench.ts`
if (!/^[a-z]+$/.test(name) || !existsSync(script)) {
  process.stderr.write('npm run bench -- <name>: a folder of bench/ with a bench.ts, for example rooms.\n')
  process.exit(1)
}
const { measure } = (await import(script)) as Bench
const { results, table } = await measure(words)
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model }
mkdirSync(`${here}out`, { recursive: true })
const at = new Date().toISOString()
const file = `${here}out/${name}-${at.replaceAll(/[:.]/g, '-')}.json`
writeFileSync(file, `${JSON.stringify({ at, machine, results }, null, 2)}\n`)
process.stdout.write(`${table.join('\n')}\n\n${file}\n`)
