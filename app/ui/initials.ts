const cjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** One letter of a Japanese name, two of "Ada Lovelace"; whole letters, however many code points they are. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).map(firstLetter).filter(Boolean)
  const first = words[0] ?? '?'
  if (words.length < 2 || cjk.test(first)) return first.toUpperCase()
  return (first + words[words.length - 1]).toUpperCase()
}

const firstLetter = (word: string): string => {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment
  return ''
}

/** Black or white: whichever reads better on `#rrggbb` (contrast as WCAG 2 counts it). */
export function inkOn(colour: string): '#ffffff' | '#1c1c1a' {
  const light = luminance(colour)
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.0616 ? '#ffffff' : '#1c1c1a'
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255 || 0
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
