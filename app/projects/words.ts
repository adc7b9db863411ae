export const words = {
  en: { title: 'Projects' },
  ja: { title: 'プロジェクト' },
} as const
