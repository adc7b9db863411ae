import { useEffect, useRef, useState } from 'react'

const restMs = 200

/**
 * A number that is dragged: shown at once, kept when the hand rests, so that a drag is one step of undo
 * and one message, not a hundred.
 */
export function useDragged(kept: number, keep: (value: number) => void): [number, (value: number) => void] {
  const [dragged, setDragged] = useState<number | null>(null)
  const latest = useRef(keep)
  latest.current = keep
  const waiting = useRef<number | null>(null)
  useEffect(() => {
    waiting.current = dragged
    if (dragged === null) return
    const timer = setTimeout(() => {
      waiting.current = null
      latest.current(dragged)
      setDragged(null)
    }, restMs)
    return () => clearTimeout(timer)
  }, [dragged])
  // Another panel was chosen before the hand rested.
  useEffect(() => () => void (waiting.current !== null && latest.current(waiting.current)), [])
  return [dragged ?? kept, setDragged]
}
