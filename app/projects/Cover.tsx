import type { AssetHash } from '#db/ids.ts'

/** A cover picture, or three empty panels where there is none yet. The name stands beside it, so it is not read out. */
export function Cover({ cover }: { cover: AssetHash | null }) {
  if (cover) return <img src={`/assets/${cover}?w=640`} alt="" loading="lazy" decoding="async" />
  return (
    <svg viewBox="0 0 100 44" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
      {[0, 35, 70].map((left) => (
        <g key={left}>
          <rect x={left + 0.6} y="4" width="28" height="16" rx="1" />
          <path strokeLinecap="round" d={`M${left + 1} 26h27M${left + 1} 31h22M${left + 1} 36h12`} />
        </g>
      ))}
    </svg>
  )
}
