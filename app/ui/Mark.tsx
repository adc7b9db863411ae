/** The mark of Konte: an animator's sheet, its peg holes above the frame, and in the frame a K in three strokes. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="ui-mark">
      <rect width="32" height="32" rx="6" fill="var(--accent)" />
      <g fill="var(--accent-ink)">
        <rect x="4.5" y="4.75" width="6.5" height="2.75" rx="1.375" />
        <circle cx="16" cy="6.125" r="1.75" />
        <rect x="21" y="4.75" width="6.5" height="2.75" rx="1.375" />
      </g>
      <g fill="none" stroke="var(--accent-ink)" strokeWidth="2.25">
        <rect x="5.25" y="11.25" width="21.5" height="15.5" rx="1.5" />
        <path
          strokeLinecap="round"
          d="M11.5 14.5v9M20.5 14.5c-1.6 2.6-4.2 4.3-8.2 5M15.2 18.4c1.5 2.2 3.2 3.9 5.6 5.1"
        />
      </g>
    </svg>
  )
}
