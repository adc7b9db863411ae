import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { PanelId } from '#db/ids.ts'
import { type Other, useBoard } from './session.ts'

type Seen = Pick<Other, 'client' | 'user'>

/**
 * Who is in a panel or has it selected. Everybody's pointer moves many times a second and every panel listens:
 * the list stays the same until somebody comes or goes.
 */
export function useOthersIn(panel: PanelId): readonly Seen[] {
  const { others } = useBoard()
  const last = useRef<readonly Seen[]>([])
  const read = useCallback(() => {
    const now = others.get().filter((other) => other.panel === panel || other.selected.includes(panel))
    const isSame =
      now.length === last.current.length &&
      now.every((other, at) => other.client === last.current[at]?.client)
    if (!isSame) last.current = now
    return last.current
  }, [others, panel])
  return useSyncExternalStore(others.subscribe, read, read)
}
