import { boxColumns, boxRows } from './blur.ts'
import { rand } from './rand.ts'

const SIZE = 512
const MASK = SIZE - 1

/** Two fields of brush strokes, -1..1, that break the edges of value steps. */
export type Brush = {
  /** Fine crossing dabs. */
  fine(x: number, y: number): number
  /** Long soft horizontal strokes. */
  broad(x: number, y: number): number
}

/** Ellipses over one another on a tile that wraps round. */
function field(seed: number, count: number, rx: number, ry: number, soft: number): Float32Array {
  const r = rand(seed)
  const a = new Float32Array(SIZE * SIZE)
  for (let n = 0; n < count; n++) {
    const s = r.range(0.5, 1.4)
    const [ax, ay] = [rx * s, ry * s]
    const angle = ((-8 + 14 * r.normal()) * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const [cx, cy] = [r.range(0, SIZE), r.range(0, SIZE)]
    const v = Math.max(-1.3, Math.min(1.3, r.normal() * 0.72))
    const ex = Math.ceil(Math.hypot(ax * cos, ay * sin))
    const ey = Math.ceil(Math.hypot(ax * sin, ay * cos))
    for (let j = -ey; j <= ey; j++)
      for (let i = -ex; i <= ex; i++) {
        const u = (i * cos + j * sin) / ax
        const w = (j * cos - i * sin) / ay
        if (u * u + w * w <= 1) a[((cy + j) & MASK) * SIZE + ((cx + i) & MASK)] = v
      }
  }
  const spare = new Float32Array(SIZE * SIZE)
  boxRows(a, spare, SIZE, SIZE, soft)
  boxColumns(spare, a, SIZE, SIZE, soft)
  return a
}

function sampler(tile: Float32Array, k: number) {
  return (x: number, y: number) => {
    const u = x * k
    const v = y * k
    const xf = Math.floor(u)
    const yf = Math.floor(v)
    const fx = u - xf
    const x0 = xf & MASK
    const x1 = (xf + 1) & MASK
    const r0 = (yf & MASK) * SIZE
    const r1 = ((yf + 1) & MASK) * SIZE
    const a = tile[r0 + x0]! + (tile[r0 + x1]! - tile[r0 + x0]!) * fx
    const b = tile[r1 + x0]! + (tile[r1 + x1]! - tile[r1 + x0]!) * fx
    return a + (b - a) * (v - yf)
  }
}

/** `unit`: pixels per pixel of a 1024 wide picture. */
export function bakeBrush(seed: number, unit: number): Brush {
  return {
    fine: sampler(field(seed, 6600, 15, 1.7, 1), 1 / unit),
    // Half size: these strokes are 180 px long and soft.
    broad: sampler(field(seed + 9, 1500, 45, 8, 2), 0.5 / unit),
  }
}
