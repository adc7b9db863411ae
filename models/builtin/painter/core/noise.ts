import { rand } from './rand.ts'

const SIZE = 1024
const MASK = SIZE - 1
/** The tile's largest cell, texels: sampled so that it measures what the caller asks for. */
const CELL = 64

/** One baked tile of fractal noise, about N(0,1); sampled by offset instead of made anew (27 ms a frame). */
export type Noise = {
  /** Noise with features of sx by sy at x, y (same unit); `o` picks an unrelated place. */
  at(x: number, y: number, sx: number, sy: number, o: number): number
}

function octave(out: Float32Array, cell: number, gain: number, seed: number) {
  const n = SIZE / cell
  const r = rand(seed)
  const grid = Float32Array.from({ length: n * n }, () => r.normal())
  const weights = cubic(cell)
  const row = new Float32Array(n + 3)
  for (let y = 0; y < SIZE; y++) {
    const gy = Math.floor(y / cell)
    const wy = (y % cell) * 4
    for (let x = 0; x < n; x++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += weights[wy + k]! * grid[((gy + k) % n) * n + x]!
      row[x] = sum * gain
    }
    for (let k = 0; k < 3; k++) row[n + k] = row[k]!
    for (let x = 0; x < SIZE; x++) {
      const gx = Math.floor(x / cell)
      const wx = (x - gx * cell) * 4
      out[y * SIZE + x]! +=
        weights[wx]! * row[gx]! +
        weights[wx + 1]! * row[gx + 1]! +
        weights[wx + 2]! * row[gx + 2]! +
        weights[wx + 3]! * row[gx + 3]!
    }
  }
}

/** B-spline weights: no overshoot, no grid to see. */
function cubic(cell: number): Float32Array {
  const out = new Float32Array(cell * 4)
  for (let i = 0; i < cell; i++) {
    const t = i / cell
    out[i * 4] = (1 - t) ** 3 / 6
    out[i * 4 + 1] = (3 * t ** 3 - 6 * t * t + 4) / 6
    out[i * 4 + 2] = (-3 * t ** 3 + 3 * t * t + 3 * t + 1) / 6
    out[i * 4 + 3] = t ** 3 / 6
  }
  return out
}

function normalise(tile: Float32Array) {
  let sum = 0
  let square = 0
  for (const v of tile) {
    sum += v
    square += v * v
  }
  const mean = sum / tile.length
  const k = 1 / Math.sqrt(Math.max(square / tile.length - mean * mean, 1e-9))
  for (let i = 0; i < tile.length; i++) tile[i] = (tile[i]! - mean) * k
}

export function bakeNoise(seed: number): Noise {
  const tile = new Float32Array(SIZE * SIZE)
  octave(tile, 64, 1, seed)
  octave(tile, 32, 0.55, seed + 1)
  octave(tile, 16, 0.3, seed + 2)
  octave(tile, 8, 0.17, seed + 3)
  normalise(tile)
  return {
    at(x, y, sx, sy, o) {
      const u = (x * CELL) / sx + o * 177.37
      const v = (y * CELL) / sy + o * 311.71
      const xf = Math.floor(u)
      const yf = Math.floor(v)
      const fx = u - xf
      const fy = v - yf
      const x0 = xf & MASK
      const x1 = (xf + 1) & MASK
      const y0 = (yf & MASK) * SIZE
      const y1 = ((yf + 1) & MASK) * SIZE
      const a = tile[y0 + x0]! + (tile[y0 + x1]! - tile[y0 + x0]!) * fx
      const b = tile[y1 + x0]! + (tile[y1 + x1]! - tile[y1 + x0]!) * fx
      return a + (b - a) * fy
    },
  }
}
