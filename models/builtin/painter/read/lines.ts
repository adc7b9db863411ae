import type { Kind } from '../../kinds.ts'
import type { Mark } from '../../scene.ts'
import { hex, type RGB, saturation } from '../core/colour.ts'
import { type Path, signedArea } from '../core/mask.ts'

export type Box = { x0: number; y0: number; x1: number; y1: number }

/** One cleaned pen line in picture pixels. */
export type Line = {
  id: string
  kind: Kind
  path: Path
  box: Box
  length: number
  /** Ends meet, or the area inside is filled. */
  closed: boolean
  /** Colour of the pen when it is a colour at all (black and greys say nothing). */
  ink: RGB | null
  fill: RGB | null
}

const MOST_POINTS = 600

export function boxOf(path: Path): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (let i = 0; i + 1 < path.length; i += 2) {
    box.x0 = Math.min(box.x0, path[i]!)
    box.x1 = Math.max(box.x1, path[i]!)
    box.y0 = Math.min(box.y0, path[i + 1]!)
    box.y1 = Math.max(box.y1, path[i + 1]!)
  }
  return box
}

export const joinBoxes = (boxes: Box[]): Box => ({
  x0: Math.min(...boxes.map((b) => b.x0)),
  y0: Math.min(...boxes.map((b) => b.y0)),
  x1: Math.max(...boxes.map((b) => b.x1)),
  y1: Math.max(...boxes.map((b) => b.y1)),
})

export const lengthOf = (p: Path): number => {
  let sum = 0
  for (let i = 2; i + 1 < p.length; i += 2) sum += Math.hypot(p[i]! - p[i - 2]!, p[i + 1]! - p[i - 1]!)
  return sum
}

/** The path in steps of about `step` pixels. */
export function resample(p: Path, step: number): Path {
  if (p.length < 4) return p.slice()
  const out: Path = [p[0]!, p[1]!]
  let left = step
  for (let i = 2; i + 1 < p.length; i += 2) {
    let [ax, ay] = [p[i - 2]!, p[i - 1]!]
    let d = Math.hypot(p[i]! - ax, p[i + 1]! - ay)
    while (d >= left && d > 0) {
      const t = left / d
      ax += (p[i]! - ax) * t
      ay += (p[i + 1]! - ay) * t
      out.push(ax, ay)
      d -= left
      left = step
    }
    left -= d
  }
  const n = p.length
  if (Math.hypot(p[n - 2]! - out.at(-2)!, p[n - 1]! - out.at(-1)!) > step * 0.2)
    out.push(p[n - 2]!, p[n - 1]!)
  return out
}

function cleanPath(points: number[], sx: number, sy: number, w: number, h: number): Path {
  const path: Path = []
  for (let i = 0; i + 1 < points.length; i += 3) {
    const x = points[i]! * sx
    const y = points[i + 1]! * sy
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    // Far outside the page a point only costs time.
    const cx = Math.max(-w, Math.min(2 * w, x))
    const cy = Math.max(-h, Math.min(2 * h, y))
    const n = path.length
    if (n > 0 && Math.abs(cx - path[n - 2]!) + Math.abs(cy - path[n - 1]!) < 0.3) continue
    path.push(cx, cy)
  }
  if (path.length === 2) path.push(path[0]! + 1, path[1]! + 0.5)
  const most = MOST_POINTS * 2
  return path.length > most
    ? resample(path, Math.max(lengthOf(path) / MOST_POINTS, 0.5)).slice(0, most)
    : path
}

const colourful = (text: string | null): RGB | null => {
  if (!text || !/^#[0-9a-f]{6}$/i.test(text)) return null
  return hex(text)
}

export function readLine(mark: Mark, sx: number, sy: number, w: number, h: number): Line | null {
  const path = cleanPath(mark.stroke.points, sx, sy, w, h)
  if (path.length < 4) return null
  const length = lengthOf(path)
  const box = boxOf(path)
  const gap = Math.hypot(path.at(-2)! - path[0]!, path.at(-1)! - path[1]!)
  const size = Math.max(box.x1 - box.x0, box.y1 - box.y0)
  const roomy = Math.abs(signedArea(path)) > 0.08 * (box.x1 - box.x0) * (box.y1 - box.y0)
  const ink = colourful(mark.stroke.colour)
  const fill = colourful(mark.stroke.fill)
  return {
    id: mark.stroke.id,
    kind: mark.kind,
    path,
    box,
    length,
    closed: path.length >= 8 && (fill !== null || (roomy && gap < 0.26 * length && gap < 0.6 * size)),
    ink: ink && saturation(ink) > 0.2 ? ink : null,
    fill,
  }
}
