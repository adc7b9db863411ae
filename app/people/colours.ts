/** The colours that people take: each reads on white paper as a pointer, and bears white or black letters as a face. */
export const peopleColours = [
  { name: 'vermilion', hex: '#d1432a' },
  { name: 'amber', hex: '#a05c00' },
  { name: 'olive', hex: '#6f7d14' },
  { name: 'green', hex: '#2a8749' },
  { name: 'teal', hex: '#0d8080' },
  { name: 'blue', hex: '#2b62c9' },
  { name: 'violet', hex: '#6a55b8' },
  { name: 'rose', hex: '#b13a86' },
  { name: 'brown', hex: '#7a5a44' },
  { name: 'slate', hex: '#5a6470' },
] as const

/** A colour to begin with; `chance` is in [0, 1). */
export function someColour(chance: number): string {
  return peopleColours[Math.floor(chance * peopleColours.length)]?.hex ?? '#2b62c9'
}
