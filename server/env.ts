import { z } from 'zod'
import { CannotStart } from './cannotStart.ts'

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
  ROOM_PEOPLE: { schema: count(1).default(100), about: 'Pages that may be open on one board at once.' },
  ROOM_SEATS_PER_PERSON: {
    schema: count(1).default(40),
    about: 'Sockets that one person may have open at once, on all boards (a page has two).',
  },
  ROOM_MESSAGE_BYTES: {
    schema: count(65_536).default(16_000_000),
    about: 'Largest message a board takes, bytes; what somebody drew offline comes as one.',
  },
  ROOM_UPDATE_BYTES: {
    schema: count(65_536).default(4_000_000),
    about: 'Largest single change of a drawing, bytes.',
  },
  ROOM_PRESENCE_BYTES: {
    schema: count(256).default(16_384),
    about: 'Largest presence (pointer, selection, view) of one page, bytes.',
  },
  ROOM_PRESENCE_DEPTH: {
    schema: count(2).default(12),
    about: 'How deep the values of a presence may be nested.',
  },
  ROOM_SYNCS: {
    schema: count(1).default(12),
    about: 'How often a page may ask for the whole board: at once, and again each minute.',
  },
  ROOM_NEW_CLIENTS: {
    schema: count(1).default(500),
    about: 'Yjs client ids, new to a board, that one person may bring while it is open.',
  },
  ROOM_MESSAGES_PER_SECOND: {
    schema: count(10).default(2_000),
    about: 'Messages a page may send each second, for long.',
  },
  ROOM_BUFFERED_BYTES: {
    schema: count(65_536).default(16_000_000),
    about: 'Bytes kept for a page that reads too slowly; beyond, it is cut off and starts afresh.',
  },
  ROOM_PING_SECONDS: {
    schema: count(1).default(15),
    about: 'A page that answers nothing for two of these is gone, seconds.',
  },
  ROOM_IDLE_SECONDS: {
    schema: count(1).default(30),
    about: 'A board that nobody has open leaves memory after this, seconds.',
  },
  ROOM_COMPACT_SECONDS: {
    schema: count(1).default(20),
    about: 'Longest that putting a board together may take, seconds; what takes longer is set aside.',
  },
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
  throw new CannotStart(`Konte cannot start: the environment has values it cannot use.\n${wrong.join('\n')}`)
}
