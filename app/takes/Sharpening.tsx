import { useState } from 'react'

/** A picture that is replaced by better ones: each fades in over the last when it has loaded, so nothing flashes. */
export function Sharpening({ src, alt = '' }: { src: string; alt?: string }) {
  const [settled, setSettled] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<string | null>(null)
  const layers = settled && settled !== src ? [settled, src] : [src]
  return layers.map((url) => (
    <img
      key={url}
      src={url}
      alt={url === src ? alt : ''}
      className="takes-layer"
      draggable={false}
      // Invisible until it can be shown whole; the one below stays until the fade is over.
      data-shown={url === settled || url === loaded}
      onLoad={() => {
        if (url !== src) return
        setLoaded(url)
        if (!settled) setSettled(url)
      }}
      onTransitionEnd={() => url === src && setSettled(url)}
    />
  ))
}
