export const words = {
  en: {
    role: {
      owner: 'Owner',
      director: 'Director',
      artist: 'Artist',
      reviewer: 'Reviewer',
    },
  },
  ja: {
    role: {
      owner: 'オーナー',
      director: '演出',
      artist: '作画',
      reviewer: 'レビュー',
    },
  },
} as const
