import type { Mark, Scene } from '../scene.ts'
import { clamp, hex, luma, mix, type RGB, saturation } from './core/colour.ts'
import { dab } from './core/marks.ts'
import { cover, maskAt } from './core/mask.ts'
import { along } from './core/shapes.ts'
import { depthAt, type Studio, touchOf } from './core/studio.ts'
import { type Line, lengthOf, readLine } from './read/lines.ts'

/** What a second pass works over: the reading of the take's own drawing, and the seeds it was painted with. */
export type Over = { marks: Mark[]; seed: number; variation: number }

const SILENT: ReadonlySet<string> = new Set(['person', 'detail', 'unknown'])
/** Keeps objects of the retouch apart from those of the take. */
const APART = 1_000_000

function isColour(text: string): boolean {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return false
  const c = hex(text)
  return saturation(c) > 0.2 || luma(c) > 0.86
}

/**
 * Splits the drawing as it is now: strokes of the take keep their reading (those that are gone take their object with
 * them), new outlines become objects, new coloured strokes become paint.
 */
export function splitRetouch(scene: Scene, over: Over): { scene: Scene; paint: Mark[] } {
  const before = new Map(over.marks.map((m) => [m.stroke.id, m]))
  const kept: Mark[] = []
  const added: Mark[] = []
  for (const mark of scene.marks) {
    const old = before.get(mark.stroke.id)
    if (old) kept.push({ ...old, stroke: mark.stroke, kind: mark.sure === 1 ? mark.kind : old.kind })
    else added.push({ ...mark, object: mark.object + APART })
  }
  const outlined = new Set(
    added
      .filter((m) => m.stroke.fill !== null || !isColour(m.stroke.colour) || closes(m))
      .map((m) => m.object),
  )
  const isThing = (m: Mark) => !SILENT.has(m.kind) && outlined.has(m.object)
  const paint = added.filter((m) => !isThing(m) && (isColour(m.stroke.colour) || m.stroke.fill !== null))
  return { scene: { ...scene, marks: [...kept, ...added.filter(isThing)] }, paint }
}

function closes(m: Mark): boolean {
  const line = readLine(m, 1, 1, 4096, 4096)
  return line?.closed ?? false
}

/** Paints the coloured strokes of a retouch: bristles along the pen's way, lit from the picture's light. */
export function paintStrokes(s: Studio, marks: Mark[], sx: number, sy: number) {
  for (const mark of marks) {
    const line = readLine(mark, sx, sy, s.w, s.h)
    if (!line) continue
    if (mark.stroke.fill) fillWithBrush(s, line, hex(mark.stroke.fill))
    if (isColour(mark.stroke.colour))
      bristles(s, line, hex(mark.stroke.colour), Math.max(mark.stroke.size * sx * 2.2, 7 * s.u))
  }
}

/** Paint takes the light of what it is put on: half its own value, half that of the place. */
function placed(s: Studio, c: RGB, x: number, y: number, k: number): RGB {
  const i = Math.floor(clamp(y, 0, s.h - 1)) * s.w + Math.floor(clamp(x, 0, s.w - 1))
  const under = luma([s.pic.r[i]!, s.pic.g[i]!, s.pic.b[i]!])
  const lit = mix(s.script.lit(c, k), s.script.haze, depthAt(s, y) * 0.6)
  const gain = 0.78 + 0.5 * clamp(under)
  return [lit[0] * gain, lit[1] * gain, lit[2] * gain]
}

function bristles(s: Studio, line: Line, c: RGB, width: number) {
  const r = touchOf(s, `${line.id}/paint`)
  const n = Math.round(clamp((lengthOf(line.path) * width) / (5 * s.u * s.u), 20, 9000))
  const hairs = Math.max(5, Math.round(width / (1.3 * s.u)))
  const tones = Array.from({ length: hairs }, () => r.normal())
  for (let i = 0; i < n; i++) {
    const t = i / n
    const [x, y] = along(line.path, t)
    const [x2, y2] = along(line.path, Math.min(1, t + 0.01))
    const a = Math.atan2(y2 - y, x2 - x)
    const q = r.range(-0.5, 0.5)
    const hair = tones[Math.floor((q + 0.5) * (hairs - 0.01))]!
    const [nx, ny] = [-Math.sin(a), Math.cos(a)]
    const [px, py] = [x + nx * q * width, y + ny * q * width]
    const facing = (nx * s.light[0] + ny * s.light[1]) * Math.sign(q) * Math.abs(q) * 0.9
    const k = clamp(0.66 + 0.16 * hair + facing * 0.8)
    const dry = t > 0.85 || t < 0.04 ? 0.55 : 0.92
    dab(
      s.pic,
      px,
      py,
      6.5 * s.u * r.range(0.6, 1.3),
      0.95 * s.u * r.range(0.7, 1.4),
      a + r.normal() * 0.07,
      placed(s, c, px, py, k),
      dry * r.range(0.55, 1),
    )
  }
}

function fillWithBrush(s: Studio, line: Line, c: RGB) {
  const m = cover([line.path], s.w, s.h)
  if (!m) return
  const r = touchOf(s, `${line.id}/fill`)
  const n = Math.round(clamp((m.w * m.h) / (14 * s.u * s.u), 30, 60000))
  for (let i = 0; i < n; i++) {
    const [x, y] = [m.x0 + r.next() * m.w, m.y0 + r.next() * m.h]
    if (maskAt(m, x, y) < 0.5) continue
    const k = clamp(0.64 + 0.16 * r.normal() - 0.2 * ((y - m.y0) / m.h - 0.5))
    dab(
      s.pic,
      x,
      y,
      7 * s.u * r.range(0.5, 1.2),
      1.8 * s.u,
      -0.15 + 0.25 * r.normal(),
      placed(s, c, x, y, k),
      0.85,
    )
  }
}
