import { clamp, type RGB } from './colour.ts'
import type { Path } from './mask.ts'
import type { Pic } from './pic.ts'

/** Brush marks put straight on the picture, each with its own exact edge. */

/** An ellipse; signed distance, no polygon. `angle` in radians. */
export function dab(p: Pic, x: number, y: number, rx: number, ry: number, angle: number, c: RGB, alpha = 1) {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const ex = Math.sqrt(rx * rx * cos * cos + ry * ry * sin * sin) + 0.8
  const ey = Math.sqrt(rx * rx * sin * sin + ry * ry * cos * cos) + 0.8
  const x0 = Math.max(0, Math.floor(x - ex))
  const x1 = Math.min(p.w, Math.ceil(x + ex))
  const y0 = Math.max(0, Math.floor(y - ey))
  const y1 = Math.min(p.h, Math.ceil(y + ey))
  // Below half a pixel an ellipse only gets fainter, not smaller.
  const fx = Math.max(rx, 0.5)
  const fy = Math.max(ry, 0.5)
  const faint = alpha * Math.min(1, rx / fx) * Math.min(1, ry / fy)
  const [cr, cg, cb] = c
  for (let j = y0; j < y1; j++) {
    const dy = j + 0.5 - y
    for (let i = x0; i < x1; i++) {
      const dx = i + 0.5 - x
      const u = (dx * cos + dy * sin) / fx
      const v = (dy * cos - dx * sin) / fy
      const q = u * u + v * v
      if (q > 6) continue
      // Distance to the rim: implicit value over its gradient.
      const grad = Math.sqrt((u * u) / (fx * fx) + (v * v) / (fy * fy)) || 1e-6
      let a = 0.5 - (q - 1) / (2 * grad)
      if (a <= 0) continue
      a = (a > 1 ? 1 : a) * faint
      const k = j * p.w + i
      p.r[k]! += (cr - p.r[k]!) * a
      p.g[k]! += (cg - p.g[k]!) * a
      p.b[k]! += (cb - p.b[k]!) * a
    }
  }
}

/** A grass blade: foot at x, y, bent to dx, height h; horizontal coverage is exact on every row. */
export function blade(p: Pic, x: number, y: number, h: number, dx: number, half: number, c: RGB, alpha = 1) {
  const y0 = Math.max(0, Math.floor(y - h))
  const y1 = Math.min(p.h, Math.ceil(y))
  const [cr, cg, cb] = c
  for (let j = y0; j < y1; j++) {
    const t = clamp((y - j - 0.5) / h)
    const mid = x + dx * t * (0.55 + 0.45 * t)
    const w = half * (t < 0.6 ? 1 - 0.5 * (t / 0.6) * (t / 0.6) : 1.25 * (1 - t))
    const left = mid - w
    const right = mid + w
    const i1 = Math.min(p.w, Math.ceil(right))
    for (let i = Math.max(0, Math.floor(left)); i < i1; i++) {
      const a = (Math.min(right, i + 1) - Math.max(left, i)) * alpha
      if (a <= 0) continue
      const k = j * p.w + i
      p.r[k]! += (cr - p.r[k]!) * a
      p.g[k]! += (cg - p.g[k]!) * a
      p.b[k]! += (cb - p.b[k]!) * a
    }
  }
}

/** A small convex shape (needles, tiles): right also when thinner than a pixel. */
export function facet(p: Pic, path: Path, c: RGB, alpha = 1) {
  const n = path.length / 2
  let [x0, y0, x1, y1, area] = [p.w, p.h, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n
    x0 = Math.min(x0, path[i * 2]!)
    x1 = Math.max(x1, path[i * 2]!)
    y0 = Math.min(y0, path[i * 2 + 1]!)
    y1 = Math.max(y1, path[i * 2 + 1]!)
    area += path[i * 2]! * path[j * 2 + 1]! - path[j * 2]! * path[i * 2 + 1]!
  }
  if (area === 0) return
  const nx: number[] = []
  const ny: number[] = []
  const nd: number[] = []
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n
    const ex = path[j * 2]! - path[i * 2]!
    const ey = path[j * 2 + 1]! - path[i * 2 + 1]!
    const len = Math.hypot(ex, ey)
    if (len < 1e-6) continue
    const k = (area > 0 ? 1 : -1) / len
    nx.push(-ey * k)
    ny.push(ex * k)
    nd.push((ey * path[i * 2]! - ex * path[i * 2 + 1]!) * k)
  }
  const m = nx.length
  const xe = Math.min(p.w, Math.ceil(x1 + 0.5))
  const ye = Math.min(p.h, Math.ceil(y1 + 0.5))
  for (let j = Math.max(0, Math.floor(y0 - 0.5)); j < ye; j++)
    for (let i = Math.max(0, Math.floor(x0 - 0.5)); i < xe; i++) {
      let a = 1
      for (let e = 0; e < m && a > 0; e++) {
        const d = nx[e]! * (i + 0.5) + ny[e]! * (j + 0.5) + nd[e]! + 0.5
        if (d < 1) a -= d < 0 ? 1 : 1 - d
      }
      if (a <= 0) continue
      a *= alpha
      const k = j * p.w + i
      p.r[k]! += (c[0] - p.r[k]!) * a
      p.g[k]! += (c[1] - p.g[k]!) * a
      p.b[k]! += (c[2] - p.b[k]!) * a
    }
}

/** A line of a given width along a path; thin lines get fainter instead of thinner than a pixel. */
export function stroke(p: Pic, path: Path, width: number, c: RGB, alpha = 1) {
  const half = Math.max(width, 1) / 2
  const faint = alpha * Math.min(1, width)
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i]!, path[i + 1]!, path[i + 2]!, path[i + 3]!]
    const len = Math.hypot(bx - ax, by - ay)
    if (len < 1e-3) continue
    const nx = ((ay - by) / len) * half
    const ny = ((bx - ax) / len) * half
    facet(p, [ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny], c, faint)
    if (width > 3 && i > 0) dab(p, ax, ay, half, half, 0, c, faint)
  }
}

/** Light that is added (screen): lamps, sun, windows. */
export function glow(p: Pic, x: number, y: number, r: number, c: RGB, k: number, ry = r) {
  const x0 = Math.max(0, Math.floor(x - 2.6 * r))
  const x1 = Math.min(p.w, Math.ceil(x + 2.6 * r))
  const y0 = Math.max(0, Math.floor(y - 2.6 * ry))
  const y1 = Math.min(p.h, Math.ceil(y + 2.6 * ry))
  const floor = Math.exp(-1.6 * 6.76)
  for (let j = y0; j < y1; j++) {
    const dy = ((j + 0.5 - y) / ry) ** 2
    for (let i = x0; i < x1; i++) {
      const d = ((i + 0.5 - x) / r) ** 2 + dy
      if (d > 6.76) continue
      const g = (Math.exp(-1.6 * d) - floor) * k
      const q = j * p.w + i
      p.r[q] = screen(p.r[q]!, g * c[0])
      p.g[q] = screen(p.g[q]!, g * c[1])
      p.b[q] = screen(p.b[q]!, g * c[2])
    }
  }
}

const screen = (a: number, b: number) => (a >= 1 ? a : 1 - (1 - Math.max(a, 0)) * (1 - (b > 0.98 ? 0.98 : b)))
