import type { TakeView } from '#db/board/ledger.ts'
import { numberOf, sayFollow, type TakeWords } from './takeWords.ts'
import type { Reading } from './useReading.ts'

export type MadeRow = { label: string; value: string; isCode?: boolean }

type Told = {
  take: TakeView
  /** All takes of the panel: the parent is called by its number. */
  takes: readonly TakeView[]
  reading: Reading | null
  language: string
  /** A kind of thing (`pine`) in the reader's words. */
  nameKind(kind: string): string
}

/** Everything that is known about how a take was made, line by line, in the reader's language. */
export function howMade(t: TakeWords, { take, takes, reading, language, nameKind }: Told): MadeRow[] {
  const { state } = take
  const parent = takes.find(({ id }) => id === take.parent)
  const rows: (MadeRow | null)[] = [
    { label: t('made.pass'), value: t(`pass.${take.pass}`) },
    take.parent === null
      ? null
      : {
          label: t('made.parent'),
          value: parent ? t('take', { number: numberOf(parent, takes) }) : t('made.parentGone'),
        },
    { label: t('made.prompt'), value: take.prompt || t('made.none') },
    { label: t('made.style'), value: take.style || t('made.none') },
    { label: t('made.seed'), value: String(take.seed), isCode: true },
    { label: t('made.variation'), value: String(take.variation + 1) },
    { label: t('made.follow'), value: sayFollow(take.follow) },
    reading && { label: t('made.read'), value: sayKinds(reading, nameKind) || t('made.readNothing') },
    reading?.unknown.length ? { label: t('made.unknown'), value: reading.unknown.join(', ') } : null,
    { label: t('made.by'), value: take.by.name },
    { label: t('made.at'), value: sayMoment(take.at, language) },
    ...(state.kind === 'done' ? doneRows(t, state) : [{ label: t('made.model'), value: take.model }]),
    { label: t('made.capture'), value: take.capture.picture, isCode: true },
    { label: t('made.id'), value: take.id, isCode: true },
  ]
  return rows.filter((row) => row !== null)
}

function doneRows(t: TakeWords, state: Extract<TakeView['state'], { kind: 'done' }>): MadeRow[] {
  return [
    { label: t('made.ms'), value: t('made.seconds', { seconds: (state.ms / 1000).toFixed(1) }) },
    { label: t('made.device'), value: state.device },
    { label: t('made.size'), value: `${state.width} × ${state.height}` },
    { label: t('made.model'), value: state.model.name },
    { label: t('made.hash'), value: state.model.sha256, isCode: true },
    { label: t('made.pictureHash'), value: state.picture, isCode: true },
  ]
}

/** `hill, pine ×3`: the things, not the strokes: a tree is drawn with many. */
function sayKinds({ marks }: Reading, nameKind: (kind: string) => string): string {
  const things = new Map<string, Set<number>>()
  for (const { kind, object } of marks) {
    if (kind !== 'unknown') things.set(kind, (things.get(kind) ?? new Set()).add(object))
  }
  return [...things]
    .map(([kind, objects]) => (objects.size > 1 ? `${nameKind(kind)} ×${objects.size}` : nameKind(kind)))
    .join(', ')
}

const sayMoment = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(at)

/** The same as plain text, for a mail or a bug report. */
export const rowsAsText = (title: string, rows: readonly MadeRow[]): string =>
  [title, ...rows.map(({ label, value }) => `${label}: ${value}`)].join('\n')
