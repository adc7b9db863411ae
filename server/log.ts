import pino from 'pino'
import type { Env } from './env.ts'

type Fields = Record<string, unknown>

/** One JSON line per event: `{"at":"…","level":"info","event":"take.done","ms":812}`. Names of events are `thing.verb`. */
export type Log = {
  debug(event: string, fields?: Fields): void
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
  /** The same log; its lines carry these fields too. */
  with(fields: Fields): Log
}

/** Logs to stderr: stdout is for what a person asked to read. Errors go under `error` and are written with their stack. */
export function openLog(level: Env['LOG_LEVEL']): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err },
    // Keys open doors; a log is read by more people than the data folder.
    redact: { paths: ['key', 'password', 'cookie', '*.cookie', '*.authorization'], censor: '…' },
  }
  return over(pino(options, pino.destination({ fd: 2, sync: true })))
}

/** For tests that do not read the log. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  with: () => silentLog,
}

function over(to: pino.Logger): Log {
  return {
    debug: (event, fields = {}) => to.debug(fields, event),
    info: (event, fields = {}) => to.info(fields, event),
    warn: (event, fields = {}) => to.warn(fields, event),
    error: (event, fields = {}) => to.error(fields, event),
    with: (fields) => over(to.child(fields)),
  }
}
