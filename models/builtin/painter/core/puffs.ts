import { blur } from './blur.ts'
import type { Vector } from './studio.ts'

/** An ellipsoid: centre, radii, and how far it stands out towards the viewer. */
export type Puff = { x: number; y: number; rx: number; ry: number; z: number }

/** Depth-buffered ellipsoids: the nearest one's normal in each pixel, so one light holds over the picture. */
export type Relief = {
  x0: number
  y0: number
  w: number
  h: number
  alpha: Float32Array
  nx: Float32Array
  ny: Float32Array
  nz: Float32Array
}

export function relief(puffs: Puff[], x0: number, y0: number, w: number, h: number): Relief {
  const size = w * h
  const out: Relief = {
    x0,
    y0,
    w,
    h,
    alpha: new Float32Array(size),
    nx: new Float32Array(size),
    ny: new Float32Array(size),
    nz: new Float32Array(size),
  }
  const depth = new Float32Array(size).fill(-1e6)
  for (const p of puffs) one(out, depth, p)
  return out
}

function one(out: Relief, depth: Float32Array, p: Puff) {
  const { w, h, alpha, nx, ny, nz } = out
  const cx = p.x - out.x0
  const cy = p.y - out.y0
  const i0 = Math.max(0, Math.floor(cx - p.rx))
  const i1 = Math.min(w, Math.ceil(cx + p.rx) + 1)
  const j0 = Math.max(0, Math.floor(cy - p.ry))
  const j1 = Math.min(h, Math.ceil(cy + p.ry) + 1)
  const small = Math.min(p.rx, p.ry)
  for (let j = j0; j < j1; j++) {
    const dy = (j + 0.5 - cy) / p.ry
    for (let i = i0; i < i1; i++) {
      const dx = (i + 0.5 - cx) / p.rx
      const d = dx * dx + dy * dy
      if (d >= 1) continue
      const k = j * w + i
      const rim = (1 - Math.sqrt(d)) * small + 0.5
      if (rim > alpha[k]!) alpha[k] = rim > 1 ? 1 : rim
      const up = Math.sqrt(1 - d)
      const z = p.z + up * p.rx
      if (z <= depth[k]!) continue
      depth[k] = z
      nx[k] = dx
      ny[k] = dy
      nz[k] = up
    }
  }
}

/** Lambert term per pixel after softening the normals by sigma. */
export function lambert(r: Relief, light: Vector, sigma: number): Float32Array {
  const l = new Float32Array(r.w * r.h)
  for (let i = 0; i < l.length; i++) l[i] = r.nx[i]! * light[0] + r.ny[i]! * light[1] + r.nz[i]! * light[2]
  // Blurring the dot product is blurring the normals: it is linear. Divided by the blurred cover, so rims do not darken.
  const solid = new Float32Array(l.length)
  for (let i = 0; i < l.length; i++) solid[i] = r.nz[i]! > 0 ? 1 : 0
  const soft = blur(l, r.w, r.h, sigma)
  const weight = blur(solid, r.w, r.h, sigma)
  for (let i = 0; i < l.length; i++) soft[i] = weight[i]! > 0.02 ? soft[i]! / weight[i]! : 0
  return soft
}
