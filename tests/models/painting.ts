import type { Pixels } from '#models/builtin/painter/paint.ts'
import type { Scene } from '#models/builtin/scene.ts'

const luma = (p: Pixels, x: number, y: number) => {
  const i = (y * p.width + x) * 4
  return 0.3 * p.data[i]! + 0.59 * p.data[i + 1]! + 0.11 * p.data[i + 2]!
}

/** The strongest step between neighbours within two pixels. */
function edgeAt(p: Pixels, x: number, y: number): number {
  let most = 0
  for (let j = -2; j <= 2; j++)
    for (let i = -2; i <= 2; i++) {
      const [a, b] = [Math.round(x) + i, Math.round(y) + j]
      if (a < 1 || b < 1 || a >= p.width - 1 || b >= p.height - 1) continue
      most = Math.max(
        most,
        Math.hypot(luma(p, a + 1, b) - luma(p, a - 1, b), luma(p, a, b + 1) - luma(p, a, b - 1)),
      )
    }
  return most
}

/** Mean edge strength along the pen lines, over that of the whole picture; and the same with the drawing mirrored. */
export function edgeLift(p: Pixels, scene: Scene): { drawn: number; mirrored: number } {
  let [base, n] = [0, 0]
  for (let y = 3; y < p.height; y += 7)
    for (let x = 3; x < p.width; x += 7) {
      base += edgeAt(p, x, y)
      n++
    }
  base /= n
  const along = (mirror: boolean) => {
    let [sum, count] = [0, 0]
    for (const { stroke } of scene.marks)
      for (let i = 0; i + 1 < stroke.points.length; i += 9) {
        const x = (stroke.points[i]! / scene.width) * p.width
        sum += edgeAt(p, mirror ? p.width - 1 - x : x, (stroke.points[i + 1]! / scene.height) * p.height)
        count++
      }
    return sum / count / base
  }
  return { drawn: along(false), mirrored: along(true) }
}

/** Mean difference of two pictures (0..255) over the pixels that `where` names. */
export function meanDifference(a: Pixels, b: Pixels, where: (x: number, y: number) => boolean): number {
  let [sum, n] = [0, 0]
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      if (!where(x, y)) continue
      const i = (y * a.width + x) * 4
      for (let c = 0; c < 3; c++) sum += Math.abs(a.data[i + c]! - b.data[i + c]!)
      n += 3
    }
  return sum / Math.max(n, 1)
}
