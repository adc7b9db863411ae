import { clamp, hex, look, mix } from '../core/colour.ts'
import { dab, stroke } from '../core/marks.ts'
import { along, fill, rect } from '../core/shapes.ts'
import { addLamp, depthAt, formOf, type Studio } from '../core/studio.ts'
import { soilTones } from '../land/ground.ts'
import { footTufts } from '../land/tufts.ts'
import type { Placed } from '../read/plan.ts'
import { castShadow } from '../trees/broadleaf.ts'
import { beamsOf, paintBeam, straight } from './beams.ts'

/** Poles with cross-arms and the wires between them, along the drawn lines. */
export function paintWires(s: Studio, p: Placed) {
  const all = beamsOf(p.thing.lines)
  const tall = p.thing.box.y1 - p.thing.box.y0
  const poles = all.filter((b) => b.upright && b.box.y1 - b.box.y0 > tall * 0.2)
  const wires = all.filter((b) => !poles.includes(b))
  const c = hex('#6a5a5c')
  const tops: [number, number, number][] = []
  for (const q of poles) {
    const high = q.box.y1 - q.box.y0
    const x = (q.box.x0 + q.box.x1) / 2
    const depth = depthAt(s, q.box.y1)
    paintBeam(s, [x, q.box.y1, x, q.box.y0], clamp(high * 0.022, 1.3 * s.u, 11 * s.u), c, depth, 0.7)
    for (const k of [0.07, 0.15]) {
      const arm = high * 0.09
      paintBeam(
        s,
        [x - arm, q.box.y0 + high * k, x + arm, q.box.y0 + high * k],
        Math.max(1.2 * s.u, high * 0.012),
        c,
        depth,
      )
    }
    tops.push([x, q.box.y0 + high * 0.07, high * 0.08])
  }
  const dark = s.script.lit(hex('#3c3a4c'), 0.2)
  for (const q of wires) stroke(s.pic, q.path, 1.15 * s.u, dark, 0.85)
  if (wires.length > 0) return
  tops.sort((a, b) => a[0] - b[0])
  for (let i = 0; i + 1 < tops.length; i++)
    for (const side of [-1, 0.1, 1]) {
      const [a, b] = [tops[i]!, tops[i + 1]!]
      const [ax, bx] = [a[0] + a[2] * side, b[0] + b[2] * side]
      const path: number[] = []
      const sag = Math.hypot(bx - ax, b[1] - a[1]) * 0.05
      for (let k = 0; k <= 20; k++)
        path.push(
          ax + ((bx - ax) * k) / 20,
          a[1] + ((b[1] - a[1]) * k) / 20 + 4 * sag * (k / 20) * (1 - k / 20),
        )
      stroke(s.pic, path, 1.1 * s.u, dark, 0.85)
    }
}

const footX = (p: number[]) => (p[1]! > p.at(-1)! ? p[0]! : p.at(-2)!)
/** Where the lamp hangs: the pole line's upper, outer end. */
const headX = (p: number[]) => (p[1]! > p.at(-1)! ? p.at(-2)! : p[0]!)

export function paintLamp(s: Studio, p: Placed) {
  const b = p.thing.box
  const h = b.y1 - b.y0
  const depth = depthAt(s, b.y1)
  const beams = beamsOf(p.thing.lines)
  const pole = beams
    .filter((q) => q.upright)
    .toSorted((a, c) => c.box.y1 - c.box.y0 - (a.box.y1 - a.box.y0))[0]
  const head = p.thing.lines.filter((l) => l.closed).toSorted((a, c) => a.box.y0 - c.box.y0)[0]
  const w = clamp(h * 0.028, 1.5 * s.u, 9 * s.u)
  const iron = hex('#3a3c50')
  const x = pole ? footX(pole.path) : (b.x0 + b.x1) / 2
  for (const q of beams) paintBeam(s, q.path, w, iron, depth)
  if (!pole) paintBeam(s, [x, b.y1, x, b.y0 + h * 0.12], w, iron, depth)
  const hx = pole ? headX(pole.path) : x
  const k = head ? head.box : { x0: hx - h * 0.05, x1: hx + h * 0.05, y0: b.y0, y1: b.y0 + h * 0.13 }
  const on = s.script.lamps > 0.3
  const glass = on ? hex('#fff0c8') : s.script.lit(hex('#e8e4d4'), 0.9)
  if (head) fill(s, head.path, glass, { to: on ? hex('#ffc878') : glass })
  else
    fill(
      s,
      [k.x0, k.y0 + (k.y1 - k.y0) * 0.3, k.x1, k.y0 + (k.y1 - k.y0) * 0.3, k.x1 - w, k.y1, k.x0 + w, k.y1],
      glass,
      { to: on ? hex('#ffc878') : glass },
    )
  fill(
    s,
    [
      k.x0 - w * 0.6,
      k.y0 + (k.y1 - k.y0) * 0.3,
      (k.x0 + k.x1) / 2,
      k.y0 - w * 0.4,
      k.x1 + w * 0.6,
      k.y0 + (k.y1 - k.y0) * 0.3,
    ],
    s.script.lit(s.script.snowy ? hex('#e8f0fc') : iron, 0.6),
    { depth },
  )
  footTufts(s, p.thing.key, x - w, x + w, b.y1)
  if (!on) return
  const [lx, ly] = [(k.x0 + k.x1) / 2, (k.y0 + k.y1) / 2]
  addLamp(s, lx, ly, h * 0.24 + 6 * s.u, hex('#ffc070'), 0.85 * s.script.lamps)
  addLamp(s, lx, ly, h * 0.08, hex('#fff4d8'), 0.9)
  // On wet ground the light runs down towards the viewer.
  if (s.script.wet) addLamp(s, lx, b.y1 + h * 0.3, h * 0.07, hex('#ffc878'), 0.5, h * 0.5)
  addLamp(s, x, b.y1, h * 0.42, hex('#ff9a40'), 0.4 * s.script.lamps, h * 0.13)
}

/** Posts where they were drawn, else evenly; rails along the drawn lines, else two of them. */
export function paintFence(s: Studio, p: Placed) {
  const b = p.thing.box
  const all = beamsOf(p.thing.lines)
  const w = b.x1 - b.x0
  const h = b.y1 - b.y0
  const c = p.thing.tint
    ? mix(hex('#8a6a50'), p.thing.tint, 0.7)
    : hex(formOf(s, p.thing.key).pick(['#8a6a50', '#9a8468', '#e4ddd0']))
  const rails = all.filter((q) => !q.upright && q.box.x1 - q.box.x0 > w * 0.25)
  const posts = all.filter((q) => q.upright)
  const depth = depthAt(s, b.y1)
  const high =
    posts.length > 0
      ? posts.reduce((m, q) => m + q.box.y1 - q.box.y0, 0) / posts.length
      : Math.max(h, 12 * s.u)
  const thick = clamp(high * 0.12, 1.2 * s.u, 9 * s.u)
  const lines =
    rails.length > 0
      ? rails.map((q) => q.path)
      : [0.25, 0.62].map((k) => [b.x0, b.y0 + h * k, b.x1, b.y0 + h * k])
  for (const q of lines) paintBeam(s, q, thick * 0.8, c, depth)
  const snow = s.script.snowy ? look(soilTones(s, 'snow'), 0.85) : null
  if (snow)
    for (const q of lines)
      stroke(
        s.pic,
        q.map((v, i) => (i % 2 ? v - thick * 0.5 : v)),
        thick * 0.55,
        snow,
        0.9,
      )
  const stands = posts.map((q) => straight(q.path))
  if (stands.length === 0) {
    const n = clamp(Math.round(w / Math.max(high * 0.8, 1)), 2, 80)
    const top = lines[0]!
    for (let i = 0; i <= n; i++) {
      const [x, y] = along(top, i / n)
      stands.push([x, y + high * (rails.length > 1 ? 0.9 : 0.75), x, y - high * 0.22])
    }
  }
  for (const q of stands) {
    paintBeam(s, q, thick, c, depth)
    const [x, y] = q[1]! < q[3]! ? [q[0]!, q[1]!] : [q[2]!, q[3]!]
    if (snow) dab(s.pic, x, y, thick * 0.8, thick * 0.5, 0, snow)
    footTufts(s, `${p.thing.key}/${Math.round(x)}`, x - thick, x + thick, Math.max(q[1]!, q[3]!))
  }
}

/** A torii: the drawn beams get their thickness, a dark upper beam, red lacquer. */
export function paintGate(s: Studio, p: Placed) {
  const b = p.thing.box
  const w = b.x1 - b.x0
  const depth = depthAt(s, b.y1)
  const red = p.thing.tint ? mix(hex('#d24a34'), p.thing.tint, 0.5) : hex('#d24a34')
  castShadow(s, (b.x0 + b.x1) / 2, b.y1, w * 0.9, (b.y1 - b.y0) * 0.6, 0.5)
  const thick = clamp(w * 0.07, 2 * s.u, 30 * s.u)
  const closed = p.thing.lines.filter((l) => l.closed && l.box.x1 - l.box.x0 < w * 0.999 + 1)
  const solid = closed.filter((l) => Math.min(l.box.x1 - l.box.x0, l.box.y1 - l.box.y0) < w * 0.3)
  const beams = beamsOf(p.thing.lines)
  for (const l of solid)
    fill(s, l.path, s.script.lit(red, 0.95), {
      to: s.script.lit(red, 0.3),
      across: l.box.y1 - l.box.y0 > l.box.x1 - l.box.x0,
      depth,
    })
  const posts = beams.filter((q) => q.upright)
  const bars = beams.filter((q) => !q.upright).sort((a, c) => a.box.y0 - c.box.y0)
  for (const q of posts) paintBeam(s, straight(q.path), thick, red, depth)
  if (posts.length === 0 && solid.length < 2)
    for (const k of [0.18, 0.82])
      paintBeam(s, [b.x0 + w * k, b.y1, b.x0 + w * k, b.y0 + thick], thick, red, depth)
  const list =
    bars.length > 0
      ? bars.map((q) => q.path)
      : solid.length >= 3
        ? []
        : [
            [b.x0, b.y0 + thick * 0.5, b.x1, b.y0 + thick * 0.5],
            [b.x0 + w * 0.1, b.y0 + (b.y1 - b.y0) * 0.24, b.x1 - w * 0.1, b.y0 + (b.y1 - b.y0) * 0.24],
          ]
  list.forEach((q, i) => {
    paintBeam(s, q, thick * (i === 0 ? 0.95 : 0.75), red, depth)
    if (i === 0)
      paintBeam(
        s,
        q.map((v, k) => (k % 2 ? v - thick * 0.5 : v)),
        thick * 0.4,
        s.script.snowy ? hex('#e8f0fc') : hex('#3a2c34'),
        depth,
      )
  })
  for (const q of posts)
    fill(
      s,
      rect(q.box.x0 - thick * 0.6, q.box.y1 - thick * 0.7, q.box.x1 + thick * 0.6, q.box.y1),
      s.script.lit(hex('#2c2830'), 0.5),
      { depth },
    )
  footTufts(s, p.thing.key, b.x0, b.x1, b.y1)
}
