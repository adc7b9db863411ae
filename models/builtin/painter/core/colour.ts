/** Red, green, blue, 0..1, display-referred. */
export type RGB = readonly [number, number, number]

/** A table of 2048 colours, dark to light; float, because 256 steps band in skies. */
export type Ramp = Float32Array
const SIZE = 2048

export const clamp = (x: number, lo = 0, hi = 1) => (x < lo ? lo : x > hi ? hi : x)

export function smooth(x: number, from: number, to: number): number {
  const t = clamp((x - from) / (to - from))
  return t * t * (3 - 2 * t)
}

export const hex = (text: string): RGB => [
  Number.parseInt(text.slice(1, 3), 16) / 255,
  Number.parseInt(text.slice(3, 5), 16) / 255,
  Number.parseInt(text.slice(5, 7), 16) / 255,
]

export const mix = (a: RGB, b: RGB, t: number): RGB => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]
export const scale = (a: RGB, k: number): RGB => [a[0] * k, a[1] * k, a[2] * k]
export const times = (a: RGB, b: RGB): RGB => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
export const luma = (c: RGB) => 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2]
export const saturation = (c: RGB) => Math.max(...c) - Math.min(...c)

export type Stop = readonly [number, RGB]

export function ramp(stops: readonly Stop[]): Ramp {
  const out = new Float32Array(SIZE * 3)
  let k = 0
  for (let i = 0; i < SIZE; i++) {
    const t = i / (SIZE - 1)
    while (k < stops.length - 2 && t > stops[k + 1]![0]) k++
    const [p0, c0] = stops[k]!
    const [p1, c1] = stops[Math.min(k + 1, stops.length - 1)]!
    const c = mix(c0, c1, p1 > p0 ? clamp((t - p0) / (p1 - p0)) : 0)
    out.set(c, i * 3)
  }
  return out
}

export const even = (colours: readonly RGB[]): Ramp =>
  ramp(colours.map((c, i) => [i / (colours.length - 1), c]))

/** Offset in a ramp of tone t. */
export const at = (t: number) => (t <= 0 ? 0 : t >= 1 ? (SIZE - 1) * 3 : Math.floor(t * (SIZE - 1)) * 3)

export function look(table: Ramp, t: number): RGB {
  const i = at(t)
  return [table[i]!, table[i + 1]!, table[i + 2]!]
}

/** Soft gouache value steps: flat masses with a narrow blend between them. */
export function steps(t: number, n: number, soft: number): number {
  const q = clamp(t) * n
  const whole = Math.floor(q)
  return (whole + smooth(q - whole, 0.5 - soft, 0.5 + soft)) / n
}

/** Tint a colour towards another's hue, keeping its own light. */
export function tinted(c: RGB, tint: RGB, k: number): RGB {
  const ratio = (luma(c) + 0.05) / (luma(tint) + 0.05)
  return mix(c, scale(tint, Math.min(ratio, 2.2)), k)
}
