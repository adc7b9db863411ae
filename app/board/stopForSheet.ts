import type { SyntheticEvent } from 'react'

const stop = (event: SyntheticEvent) => event.stopPropagation()

/** For buttons and fields that lie on the canvas: a press is theirs, and draws nothing. */
export const stopForSheet = {
  onPointerDown: stop,
  onPointerMove: stop,
  onPointerUp: stop,
  onTouchStart: stop,
  onTouchEnd: stop,
  onDoubleClick: stop,
  onClick: stop,
} as const
