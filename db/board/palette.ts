/**
 * The colours of the pen. The order is stored (a stroke keeps the index): append only.
 * The names are tldraw's, so that its own pickers work.
 */
export const palette = [
  { name: 'black', hex: '#1d1d1f' },
  { name: 'grey', hex: '#8a8f98' },
  { name: 'white', hex: '#ffffff' },
  { name: 'red', hex: '#d63a2f' },
  { name: 'orange', hex: '#ee8534' },
  { name: 'yellow', hex: '#f2c230' },
  { name: 'green', hex: '#2f8f4e' },
  { name: 'light-green', hex: '#7cc14a' },
  { name: 'blue', hex: '#2b62c9' },
  { name: 'light-blue', hex: '#5cb3e8' },
  { name: 'violet', hex: '#7a4fb5' },
  { name: 'light-violet', hex: '#c08fd9' },
  { name: 'light-red', hex: '#f08a9b' },
] as const

export type ColourName = (typeof palette)[number]['name']

export const sizes = [
  { name: 's', px: 2 },
  { name: 'm', px: 4 },
  { name: 'l', px: 8 },
  { name: 'xl', px: 16 },
] as const

export type SizeName = (typeof sizes)[number]['name']

export const fills = ['none', 'solid'] as const
export type Fill = (typeof fills)[number]

export const hexOf = (name: ColourName): string =>
  palette.find((colour) => colour.name === name)?.hex ?? '#1d1d1f'
export const pxOf = (name: SizeName): number => sizes.find((size) => size.name === name)?.px ?? 4
