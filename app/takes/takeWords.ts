import type { TFunction } from 'i18next'
import type { TakeState, TakeView } from '#db/board/ledger.ts'
import { words } from './words.ts'

export type TakeWords = TFunction<'takes'>

/** The state of a take in one line. */
export function sayState(t: TakeWords, state: TakeState): string {
  switch (state.kind) {
    case 'queued':
      return state.ahead > 0 ? t('queued.ahead', { count: state.ahead }) : t('queued.next')
    case 'running':
      return saySteps(t, state)
    case 'done':
      return ''
    case 'failed':
      return t('failed')
    case 'cancelled':
      return state.by === 'superseded' ? t('superseded') : t('cancelled', { name: state.by })
  }
}

function saySteps(t: TakeWords, { step, steps, stage }: Extract<TakeState, { kind: 'running' }>): string {
  if (step === 0) return t('starting')
  const doing = t('running', { step, steps })
  return isPainting(stage) ? `${doing} · ${t(`painting.${stage}`)}` : doing
}

const isPainting = (stage: string): stage is keyof (typeof words)['en']['painting'] =>
  stage in words.en.painting

/** Why a take failed. The server's own sentences are known here; what a model brought along is shown as it is. */
export function sayReason(t: TakeWords, reason: string): string {
  const known = (Object.keys(words.en.reason) as (keyof (typeof words)['en']['reason'])[]).find(
    (key) => words.en.reason[key] === reason,
  )
  return known ? t(`reason.${known}`) : reason
}

/** The number of a take in its panel: people say "take three". */
export const numberOf = (take: TakeView, takes: readonly TakeView[]): number =>
  takes.findIndex(({ id }) => id === take.id) + 1

/** `14:02`, with the day when it is not today. */
export function sayTime(at: number, language: string, now = Date.now()): string {
  const locale = language === 'en' ? 'en-GB' : language
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat(locale, isToday ? time : { ...day, ...time }).format(at)
}

export const sayFollow = (follow: number): string => follow.toFixed(2)
