import type { TLDrawShape } from 'tldraw'
import { encodeInkMessage, type InkMessage, inkPoints, maxInkPoints } from './ink/inkMessage.ts'
import { strokeOfShape } from './strokeShape.ts'

/** Milliseconds between two messages of a line; about what an eye takes for moving. */
const restMs = 40
/** The last points of a line may still move (a ruled end, a pen that rests), so they are sent again. */
const unsettled = 3

export type InkSender = {
  draw(shape: TLDrawShape): void
  /** The line is written, or was given up. */
  end(stroke: string, isGivenUp: boolean): void
  close(): void
}

/** Sends the growing line: only points that are new, at most every 40 ms. */
export function makeInkSender(send: (ink: Uint8Array) => void): InkSender {
  const lines = new Map<string, { shape: TLDrawShape; sent: number }>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const flush = () => {
    timer = null
    for (const [id, line] of lines) {
      const head = headOf(line.shape)
      if (!head) continue
      const points = inkPoints(line.shape.props.segments)
      let from = Math.max(0, Math.min(line.sent, points.length) - unsettled)
      while (from < points.length) {
        const part = points.slice(from, from + maxInkPoints)
        send(encodeInkMessage({ ...head, stroke: id, from, points: part }))
        from += part.length
      }
      line.sent = points.length
    }
  }

  return {
    draw(shape) {
      const line = lines.get(shape.id)
      if (line) line.shape = shape
      else lines.set(shape.id, { shape, sent: 0 })
      timer ??= setTimeout(flush, restMs)
    },
    end(stroke, isGivenUp) {
      const line = lines.get(stroke)
      const head = line && isGivenUp ? headOf(line.shape) : null
      if (head) send(encodeInkMessage({ ...head, stroke, from: 0, points: [] }))
      lines.delete(stroke)
    },
    close() {
      if (timer) clearTimeout(timer)
    },
  }
}

function headOf(shape: TLDrawShape): Omit<InkMessage, 'stroke' | 'from' | 'points'> | null {
  const stroke = strokeOfShape(shape, '', 0)
  if (!stroke) return null
  const { panel, index, x, y, scale, colour, fill, size, isClosed, isPen } = stroke
  return { panel, index, x, y, scale, colour, fill, size, isClosed, isPen }
}
