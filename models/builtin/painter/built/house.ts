import { clamp, hex, mix, type RGB } from '../core/colour.ts'
import { stroke } from '../core/marks.ts'
import { cover, maskAt, type Path } from '../core/mask.ts'
import type { Rand } from '../core/rand.ts'
import { fill } from '../core/shapes.ts'
import { addLamp, depthAt, formOf, type Studio, touchOf } from '../core/studio.ts'
import { warpOf } from '../core/warp.ts'
import { footTufts } from '../land/tufts.ts'
import type { Box } from '../read/lines.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from '../trees/broadleaf.ts'
import { type HouseParts, houseParts } from './houseParts.ts'
import { paintOpening } from './opening.ts'
import { paintRoof, type RoofStyle } from './roof.ts'

type Style = {
  wall: RGB
  /** Colour of beams, frames and doors. */
  timber: RGB
  boards: 'none' | 'lower' | 'upright' | 'frame'
  roof: RoofStyle
  roofColour: RGB
  shutters: RGB | null
}

const WALLS = ['#f2ead8', '#f4e2c8', '#ece6dc', '#e8dcc0', '#f8eee0', '#dfe2dc']
const ROOFS = ['#b84e3a', '#56789c', '#6a5a58', '#a84a3a', '#48708c', '#7a5a50', '#5a6e5c']

function styleOf(p: Placed, parts: HouseParts, r: Rand): Style {
  const farm = p.thing.kind === 'farmhouse'
  const roofLine = p.thing.lines.find((l) => l.kind === 'roof' && (l.fill || l.ink))
  const wallLine = p.thing.lines.find((l) => l.kind !== 'roof' && l.fill)
  const roofTint = roofLine
    ? (roofLine.fill ?? roofLine.ink)
    : (p.thing.lines.find((l) => l.ink && !l.fill)?.ink ?? null)
  const b = parts.roofBox
  const flat = b && (b.x1 - b.x0) / Math.max(b.y1 - b.y0, 1) > 2.6
  const wallColour = hex(r.pick(WALLS))
  const roofColour = hex(r.pick(ROOFS))
  const boards = r.pick(['none', 'lower', 'frame', 'upright', 'none'] as const)
  const gable = r.chance(0.4)
  return {
    wall: farm ? hex('#e4d4b4') : wallLine?.fill ? mix(wallColour, wallLine.fill, 0.75) : wallColour,
    timber: hex(r.pick(['#5a4034', '#6e5040', '#4a3a36'])),
    boards: farm ? 'frame' : boards,
    roof: farm ? 'thatch' : gable && !flat && !roofTint ? 'gable' : 'tiles',
    roofColour: roofTint ? mix(roofColour, roofTint, 0.8) : farm ? hex('#8a7250') : roofColour,
    shutters: r.chance(0.3) ? hex(r.pick(['#4a6e60', '#5a7098', '#8a4a40'])) : null,
  }
}

/** How much light falls on the front: the side towards the light is bright. */
const lightOn = (s: Studio, side: number) => (side * s.light[0] > 0 ? 0.95 : 0.22)

function paintWalls(s: Studio, parts: HouseParts, st: Style, depth: number) {
  const { wallBox: b, walls, corner } = parts
  const warm = mix(st.wall, hex('#ffb878'), 0.3 * s.script.lamps)
  const face = (x0: number, x1: number, k: number) => {
    const clip = (x: number) => (x >= x0 && x < x1 ? 1 : 0)
    fill(s, walls, s.script.lit(warm, k * 0.92), { to: s.script.lit(warm, k), depth, clip })
  }
  if (corner === null) face(b.x0 - 9, b.x1 + 9, 0.82)
  else {
    const [left, right] = [lightOn(s, -1), lightOn(s, 1)]
    face(b.x0 - 9, corner, left)
    face(corner, b.x1 + 9, right)
  }
  if (parts.roof.length > 0) {
    // Shade under the eaves.
    const h = (b.y1 - b.y0) * 0.24
    fill(s, walls, s.script.lit(mix(st.wall, hex('#2a2440'), 0.5), 0.1), {
      depth,
      alpha: 0.75,
      clip: (_, y) => clamp(1 - (y - b.y0) / h),
    })
  }
}

function paintBoards(s: Studio, parts: HouseParts, st: Style, depth: number) {
  const { wallBox: b, walls } = parts
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  if (h < 12 * s.u) return
  const m = cover(walls, s.w, s.h)
  if (!m) return
  const line = (path: Path, width: number, c: RGB, a: number) => stroke(s.pic, path, width, c, a)
  const dark = s.script.lit(st.timber, 0.45)
  if (st.boards === 'lower') {
    const top = b.y1 - h * 0.38
    fill(s, walls, s.script.lit(st.timber, 0.7), {
      to: s.script.lit(st.timber, 0.5),
      depth,
      clip: (_, y) => (y > top ? 1 : 0),
      texture: 0.1,
    })
    for (let x = b.x0 + 3 * s.u; x < b.x1; x += Math.max(4 * s.u, w / 22))
      if (maskAt(m, x, b.y1 - 3) > 0.5) line([x, top, x, b.y1], s.u, dark, 0.5)
  }
  if (st.boards === 'upright')
    for (let x = b.x0 + 2 * s.u; x < b.x1; x += Math.max(4 * s.u, w / 26))
      line([x, b.y0, x, b.y1], s.u * 0.9, dark, 0.3)
  if (st.boards === 'frame') {
    const beam = Math.max(1.4 * s.u, w * 0.022)
    const n = Math.max(2, Math.round(w / (h * 0.9)))
    for (let i = 0; i <= n; i++)
      line(
        [b.x0 + beam / 2 + ((w - beam) * i) / n, b.y0, b.x0 + beam / 2 + ((w - beam) * i) / n, b.y1],
        beam,
        dark,
        0.9,
      )
    for (const k of [0.04, 0.42, 0.98]) line([b.x0, b.y0 + h * k, b.x1, b.y0 + h * k], beam, dark, 0.9)
  }
}

/** Drawn openings, else a row of windows and a door. */
function openingsOf(parts: HouseParts, r: Rand): { box: Box; door: boolean }[] {
  if (parts.openings.length > 0) return parts.openings
  const { wallBox: b } = parts
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  const n = clamp(Math.round(w / (h * 0.72)), 1, 7)
  const storeys = h > w * 1.15 ? 2 : 1
  const doorAt = n > 1 ? r.int(n) : -1
  const out: { box: Box; door: boolean }[] = []
  for (let row = 0; row < storeys; row++)
    for (let i = 0; i < n; i++) {
      const x = b.x0 + (w * (i + 0.5)) / n
      const half = Math.min((w / n) * 0.27, h * 0.2)
      const y0 = b.y0 + (h / storeys) * row
      const door = i === doorAt && row === storeys - 1
      const top = y0 + (h / storeys) * (door ? 0.34 : 0.3)
      out.push({
        box: {
          x0: x - half * (door ? 0.8 : 1),
          x1: x + half * (door ? 0.8 : 1),
          y0: top,
          y1: door ? b.y1 : y0 + (h / storeys) * 0.68,
        },
        door,
      })
    }
  return out
}

export function paintHouse(s: Studio, p: Placed) {
  const parts = houseParts(s, p.thing)
  if (!parts) return
  const form = formOf(s, p.thing.key)
  const st = styleOf(p, parts, form)
  const depth = depthAt(s, p.base)
  const { wallBox: b } = parts
  const [w, h] = [b.x1 - b.x0, b.y1 - b.y0]
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, w, (b.y1 - p.thing.box.y0) * 0.9, 0.6)
  paintWalls(s, parts, st, depth)
  paintBoards(s, parts, st, depth)
  const opened = openingsOf(parts, form)
  const touch = touchOf(s, p.thing.key)
  const warp = warpOf(s, parts.walls, b)
  for (const o of opened) paintOpening(s, o, { timber: st.timber, depth, shutters: st.shutters, warp }, touch)
  if (parts.roof.length > 0) paintRoof(s, parts, st, depth, form)
  else
    stroke(
      s.pic,
      [b.x0 - w * 0.02, b.y0, b.x1 + w * 0.02, b.y0],
      Math.max(2 * s.u, h * 0.07),
      s.script.lit(st.roofColour, 0.8),
    )
  if (s.script.lamps > 0.6)
    addLamp(s, (b.x0 + b.x1) / 2, b.y1 + h * 0.12, w * 0.95, hex('#ff9a3c'), 0.34 * s.script.lamps, h * 0.42)
  footTufts(s, p.thing.key, b.x0, b.x1, b.y1)
}
