/** A duration as storyboards write it: `2+12` is two seconds and twelve frames. */
export function sayDuration(frames: number, rate: number): string {
  return `${Math.floor(frames / rate)}+${String(frames % rate).padStart(2, '0')}`
}

const longest = 100_000

/** Reads `60`, `60f`, `2+12`, `2.5s` and `2s`, in frames; null when it is none of these. Full width digits will do. */
export function readDuration(typed: string, rate: number): number | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const seconds = /^(\d+(?:\.\d+)?)\s*(?:s|sec|秒)$/.exec(text)
  const both = /^(\d+)\s*(?:\+|秒)\s*(\d+)\s*(?:f|k|コマ)?$/.exec(text)
  const plain = /^(\d+)\s*(?:f|k|コマ)?$/.exec(text)
  const frames = seconds
    ? Number(seconds[1]) * rate
    : both
      ? Number(both[1]) * rate + Number(both[2])
      : plain
        ? Number(plain[1])
        : Number.NaN
  return Number.isFinite(frames) ? Math.min(longest, Math.max(1, Math.round(frames))) : null
}
