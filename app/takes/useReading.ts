import { useEffect, useState } from 'react'
import type { TakeView } from '#db/board/ledger.ts'

/** What the model saw in the strokes, as it is kept beside the picture. */
export type Reading = { marks: { kind: string; object: number }[]; unknown: string[] }

/** The reading of a take; null while it is fetched, for takes that have none, and when it cannot be had. */
export function useReading({ state }: TakeView): Reading | null {
  const hash = state.kind === 'done' ? state.reading : null
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    setReading(null)
    if (!hash) return
    const abort = new AbortController()
    fetch(`/assets/${hash}`, { signal: abort.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Reading>) : null))
      .then(setReading)
      .catch(() => {})
    return () => abort.abort()
  }, [hash])
  return reading
}
