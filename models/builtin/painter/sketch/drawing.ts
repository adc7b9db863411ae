import type { Scene } from '../../scene.ts'

/** A scene's strokes as SVG, as the page would show them. */
export function drawing(scene: Scene): string {
  const lines = scene.marks.map(({ stroke }) => {
    const d: string[] = []
    for (let i = 0; i + 1 < stroke.points.length; i += 3)
      d.push(`${stroke.points[i]!.toFixed(1)},${stroke.points[i + 1]!.toFixed(1)}`)
    return `<polyline points="${d.join(' ')}" fill="${stroke.fill ?? 'none'}" stroke="${stroke.colour}" stroke-width="${stroke.size}" stroke-linecap="round"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`
}
