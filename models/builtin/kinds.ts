/**
 * What a stroke can be. The order is the reader's output order: append only, and retrain when it changes.
 * `person`, `detail` and `unknown` are never painted over: they stay line art above the painting.
 */
export const kinds = [
  'sky', 'cumulus', 'cirrus', 'stormcloud', 'sun', 'moon', 'stars', 'mountain', 'hill', 'cliff',
  'forest', 'broadleaf', 'pine', 'palm', 'bamboo', 'cherry', 'bush', 'grass', 'flowers', 'field',
  'paddy', 'rock', 'river', 'lake', 'sea', 'waterfall', 'shore', 'boat', 'pier', 'road',
  'path', 'rail', 'station', 'bridge', 'wall', 'house', 'roof', 'farmhouse', 'gate', 'skyline',
  'tower', 'lighthouse', 'wires', 'lamp', 'fence', 'stairs', 'train', 'ground', 'person', 'detail', 'unknown',
] as const

export type Kind = (typeof kinds)[number]

export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)
