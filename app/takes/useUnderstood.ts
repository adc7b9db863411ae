import { useEffect, useState } from 'react'
import { api } from '#app/api.ts'
import { useBoard } from '#app/board/session.ts'

export type UnderstoodWords = Awaited<ReturnType<typeof api.takes.understand.query>>
export type KnownWordList = Awaited<ReturnType<typeof api.takes.knownWords.query>>

const pauseMs = 150

/** What the painter understands of a prompt, asked anew when the typing pauses. The last answer stays meanwhile. */
export function useUnderstood(prompt: string, style: string): UnderstoodWords | null {
  const { board } = useBoard()
  const [understood, setUnderstood] = useState<UnderstoodWords | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      api.takes.understand
        .query({ board, prompt: prompt.slice(0, 2000), style: style.slice(0, 500) }, { signal: abort.signal })
        .then(setUnderstood)
        // Offline, or typed on: the chips are a hint, and the next pause asks again.
        .catch(() => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [board, prompt, style])
  return understood
}

/** Every word the painter knows, fetched once for as long as `wanted`; null until it has come. */
export function useKnownWords(wanted = true): KnownWordList | null {
  const { board } = useBoard()
  const [known, setKnown] = useState<KnownWordList | null>(null)
  const isMissing = known === null
  useEffect(() => {
    if (!wanted || !isMissing) return
    const abort = new AbortController()
    api.takes.knownWords
      .query({ board }, { signal: abort.signal })
      .then(setKnown)
      .catch(() => {})
    return () => abort.abort()
  }, [board, wanted, isMissing])
  return known
}
