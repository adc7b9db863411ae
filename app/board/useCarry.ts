import { type PointerEvent, useRef } from 'react'
import type { PanelId } from '#db/ids.ts'
import { moveTo } from './actions.ts'
import { type Carrying, useDesk } from './desk.ts'
import { dropOnSheet } from './dropPlace.ts'
import { type BoardSession, useBoard } from './session.ts'

/** Pixels before a press becomes a carry. */
const slip = 6

type Point = { x: number; y: number }
type Find = (
  session: BoardSession,
  point: Point,
  event: PointerEvent,
) => Pick<Carrying, 'drop' | 'line'> | null

/**
 * Pointer handlers of a handle by which panels are carried: the whole selection when the handle's panel is in it.
 * Works with mouse, pen and finger alike, which the browser's own drag and drop does not.
 */
export function useCarry(
  panel: PanelId,
  pointOf: (event: PointerEvent) => Point,
  find: Find = (session, point) => dropOnSheet(session.sheet.get(), point),
) {
  const session = useBoard()
  const desk = useDesk()
  const start = useRef<Point | null>(null)
  const end = () => {
    start.current = null
    desk.carrying.set(null)
  }
  return {
    onPointerDown(event: PointerEvent) {
      event.stopPropagation()
      if (event.button !== 0) return
      start.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      event.stopPropagation()
      const from = start.current
      if (!from) return
      const isNear = Math.hypot(event.clientX - from.x, event.clientY - from.y) < slip
      if (isNear && !desk.carrying.get()) return
      const { panels } = session.selection.get()
      const carried = panels.includes(panel) ? panels : [panel]
      const found = find(session, pointOf(event), event)
      desk.carrying.set({ panels: carried, drop: found?.drop ?? null, line: found?.line ?? null })
    },
    onPointerUp(event: PointerEvent) {
      event.stopPropagation()
      const carried = desk.carrying.get()
      end()
      if (carried?.drop) moveTo({ session, desk }, carried.panels, carried.drop)
    },
    onPointerCancel: end,
  }
}
