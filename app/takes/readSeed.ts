/** A seed as typed or pasted: 32 bit, without a sign; null when it is none. */
export function readSeed(typed: string): number | null {
  const digits = typed.normalize('NFKC').replace(/[\s,_]/g, '')
  if (!/^\d{1,10}$/.test(digits)) return null
  const seed = Number(digits)
  return seed <= 0xffff_ffff ? seed : null
}
