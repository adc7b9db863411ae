import { hex, type RGB } from '../core/colour.ts'
import { dab } from '../core/marks.ts'
import { cover, type Path } from '../core/mask.ts'
import { air, lay, type Studio } from '../core/studio.ts'
import { reversed } from '../read/silhouette.ts'

/** A limb along a path, thick at its start: dark body, then the side that faces the light. */
export function paintLimb(
  s: Studio,
  path: Path,
  w0: number,
  w1: number,
  depth: number,
  bark: RGB = hex('#7a5c46'),
) {
  const p = bent(path)
  const n = p.length / 2
  const left: Path = []
  const right: Path = []
  const inner: Path = []
  const side = Math.sign(s.light[0]) || 1
  for (let i = 0; i < n; i++) {
    const a = Math.max(0, i - 1)
    const b = Math.min(n - 1, i + 1)
    const [dx, dy] = [p[b * 2]! - p[a * 2]!, p[b * 2 + 1]! - p[a * 2 + 1]!]
    const d = Math.hypot(dx, dy) || 1
    const w = (w0 + (w1 - w0) * (i / (n - 1)) ** 0.8) / 2
    const [nx, ny] = [-dy / d, dx / d]
    left.push(p[i * 2]! + nx * w, p[i * 2 + 1]! + ny * w)
    right.push(p[i * 2]! - nx * w, p[i * 2 + 1]! - ny * w)
    inner.push(p[i * 2]! + nx * w * 0.2 * -1, p[i * 2 + 1]! + ny * w * 0.2 * -1)
  }
  const shade = air(s, s.script.lit(bark, 0.12), depth)
  const light = air(s, s.script.lit(bark, 0.9), depth)
  fillShape(s, [...left, ...reversed(right)], shade, 0.12)
  const lit = Math.sign(left[0]! - right[0]!) === side ? left : right
  fillShape(s, [...lit, ...reversed(inner)], light, 0.16)
  if (w0 > 5 * s.u) dab(s.pic, p[0]!, p[1]!, w0 * 0.75, w0 * 0.18, 0, shade, 0.8)
}

export function fillShape(s: Studio, path: Path, c: RGB, texture: number, alpha = 1) {
  const m = cover([path], s.w, s.h)
  if (!m) return
  lay(s, m, (x, y, out) => {
    // Bark runs upright: the brush field turned by a quarter.
    const k = 1 + texture * s.brush.fine(y, x * 1.5)
    out[0] = c[0] * k
    out[1] = c[1] * k
    out[2] = c[2] * k
    return alpha
  })
}

/** A path with its corners eased (quadratic through middles). */
export function bent(p: Path): Path {
  if (p.length <= 4) return p
  const out: Path = [p[0]!, p[1]!]
  for (let i = 2; i + 3 < p.length; i += 2) {
    const [x, y] = [p[i]!, p[i + 1]!]
    const [mx0, my0] = [(p[i - 2]! + x) / 2, (p[i - 1]! + y) / 2]
    const [mx1, my1] = [(p[i + 2]! + x) / 2, (p[i + 3]! + y) / 2]
    for (let k = 0; k <= 6; k++) {
      const t = k / 6
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t]
      out.push(a * mx0 + b * x + c * mx1, a * my0 + b * y + c * my1)
    }
  }
  out.push(p.at(-2)!, p.at(-1)!)
  return out
}
