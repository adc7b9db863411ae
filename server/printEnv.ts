import { z } from 'zod'
import { variables } from './env.ts'

/** Every variable with what it is for and its default: the text of .env.example. */
export function printEnv(): string {
  const lines = Object.entries(variables).map(([name, { schema, about }]) => {
    const usual = z.object({ value: schema }).parse({}).value
    return `# ${about}\n#${name}=${typeof usual === 'boolean' ? Number(usual) : usual}`
  })
  return [
    '# What Konte reads from its environment. All of it may be left out: these are the defaults.',
    '# To change some, copy this file to .env and take the # away from their lines.',
    ...lines,
  ].join('\n\n')
}
