import { useState } from 'react'

type Size = { width: number; height: number }
/** `sheet`: size of the panel in units; the picture then lies as it was drawn. Without, it fills its place. */
type SharpeningProps = { src: string; sheet?: Size }

/** A picture that is replaced by better ones: each fades in over the last when it has loaded, so nothing flashes. */
export function Sharpening({ src, sheet }: SharpeningProps) {
  const [settled, setSettled] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<string | null>(null)
  const [ratio, setRatio] = useState(0)
  const layers = settled && settled !== src ? [settled, src] : [src]
  const size = sheet && ratio > 0 ? sizeOnSheet(ratio, sheet) : {}
  return layers.map((url) => (
    <img
      key={url}
      src={url}
      alt=""
      className="takes-layer"
      draggable={false}
      style={size}
      // Invisible until it can be shown whole; the one below stays until the fade is over.
      data-shown={url === settled || url === loaded}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
        if (url !== src) return
        setRatio(naturalHeight > 0 ? naturalWidth / naturalHeight : 0)
        setLoaded(url)
        if (!settled) setSettled(url)
      }}
      onTransitionEnd={() => url === src && setSettled(url)}
    />
  ))
}

/**
 * Every panel is the largest of its shape in 960 x 540 units and its lines keep their place when the board's shape
 * changes: so does a take of the old shape. One of the panel's own shape fills it, though pixels come in eights.
 */
export function sizeOnSheet(ratio: number, panel: Size): Size {
  if (Math.abs((ratio * panel.height) / panel.width - 1) < 0.03) return panel
  const width = Math.min(960, 540 * ratio)
  return { width, height: width / ratio }
}
