import { z } from 'zod'
import { Failure } from './errors.ts'

/** Names of people, projects and boards, as people type them. */
export const Name = z
  .string('A name is needed.')
  .trim()
  .min(1, 'A name is needed.')
  .max(80, 'A name has at most 80 characters.')

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is six hexadecimal digits, like #2b62c9.')

/** What came through a door in the form we want, or a sentence that says what is wrong with it. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Failure('invalid', sentences(read.error))
}

export function sentences(error: z.ZodError): string {
  return [...new Set(error.issues.map((issue) => issue.message))].join(' ')
}
