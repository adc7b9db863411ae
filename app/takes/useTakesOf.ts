import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useBoard } from '#app/board/session.ts'
import type { TakeView } from '#db/board/ledger.ts'
import type { AssetHash, PanelId } from '#db/ids.ts'

/**
 * A panel's takes, oldest first. The same list until one of them changes: 300 panels listen to one ledger, and a
 * step of one take must render one panel.
 */
export function useTakesOf(panel: PanelId): readonly TakeView[] {
  const { takes } = useBoard()
  const last = useRef<readonly TakeView[]>([])
  const read = useCallback(() => {
    const now = takes.get().filter((take) => take.panel === panel)
    const isSame = now.length === last.current.length && now.every((take, at) => take === last.current[at])
    if (!isSame) last.current = now
    return last.current
  }, [takes, panel])
  return useSyncExternalStore(takes.subscribe, read, read)
}

export const pictureOf = (take: TakeView | null | undefined): AssetHash | null =>
  take?.state.kind === 'done' ? take.state.picture : null

export const isPending = ({ state }: TakeView): boolean => state.kind === 'queued' || state.kind === 'running'

/** `w` is the width wanted on screen, in pixels: the smallest kept size that is large enough; 0 is the picture itself. */
export function pictureUrl(hash: AssetHash, w: number): string {
  const size = [160, 320, 640, 1280].find((each) => each >= w)
  return w > 0 && size ? `/assets/${hash}?w=${size}` : `/assets/${hash}`
}
