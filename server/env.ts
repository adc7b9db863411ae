import { z } from 'zod'

const count = (least: number) => z.coerce.number().int().min(least)
const flag = z.enum(['0', '1']).transform((word) => word === '1')

/** Every variable that Konte reads: what it takes, and one sentence (with the unit) for a person. */
export const variables = {
  PORT: { schema: count(0).default(3000), about: 'Port to listen on; 0 takes a free one.' },
  HOST: { schema: z.string().default('0.0.0.0'), about: 'Address to listen on.' },
  DATA_DIR: {
    schema: z.string().default('data'),
    about: 'Folder for the database, the pictures and the secrets.',
  },
  MODELS_DIR: { schema: z.string().default('models/weights'), about: 'Folder of models that you bring.' },
  PUBLIC_URL: {
    schema: z.union([z.literal(''), z.url()]).default(''),
    about: 'Address that people type, for links; empty takes it from the request.',
  },
  TLS_CERT: {
    schema: z.string().default(''),
    about: 'PEM file of a certificate; with TLS_KEY, Konte speaks https.',
  },
  TLS_KEY: { schema: z.string().default(''), about: "PEM file of the certificate's key." },
  TRUST_PROXY: {
    schema: flag.default(false),
    about: '1 when a proxy of yours stands in front and sets X-Forwarded-For.',
  },
  TLDRAW_LICENSE_KEY: { schema: z.string().default(''), about: 'Licence key of tldraw, if you have one.' },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'Least level that is logged.',
  },
  METRICS: { schema: flag.default(false), about: '1 serves /metrics in Prometheus text.' },
  DEMO: { schema: flag.default(true), about: '0 makes no demo project at first start.' },
  MAX_ASSET_BYTES: {
    schema: count(1024).default(20_000_000),
    about: 'Largest picture that may be uploaded, bytes.',
  },
  MAX_PICTURE_SIDE: {
    schema: count(64).default(8192),
    about: 'Largest width or height of a picture, pixels.',
  },
  JOB_ATTEMPTS: {
    schema: count(1).default(2),
    about: 'How often a take is tried when the generator dies in it.',
  },
  JOB_SECONDS: { schema: count(1).default(120), about: 'A take that takes longer is stopped, seconds.' },
  QUEUE_PER_PERSON: { schema: count(1).default(40), about: 'Takes that one person may have waiting.' },
} as const

export type Env = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['schema']> }

/** Reads the environment; a wrong value is told in words, all of them at once. */
export function readEnv(from: Record<string, string | undefined>): Env {
  const shape = Object.fromEntries(Object.entries(variables).map(([name, { schema }]) => [name, schema]))
  const read = z.object(shape).safeParse(from)
  if (read.success) return read.data as Env
  const wrong = read.error.issues.map(
    (issue) => `  ${issue.path.join('.')}=${from[String(issue.path[0])]}: ${issue.message}`,
  )
  throw new Error(`Konte cannot start: the environment has values it cannot use.\n${wrong.join('\n')}`)
}
