/** A panel struck out, as one that was dropped from a storyboard is. */
export function OmittedPanel() {
  return (
    <svg viewBox="0 0 148 96" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <g fill="currentColor" stroke="none">
        <rect x="44" y="2" width="18" height="7" rx="3.5" />
        <circle cx="74" cy="5.5" r="4" />
        <rect x="86" y="2" width="18" height="7" rx="3.5" />
      </g>
      <rect x="8" y="18" width="132" height="74" rx="3" fill="var(--surface)" />
      <path d="M14 24 134 86M134 24 14 86" stroke="var(--accent)" strokeLinecap="round" />
    </svg>
  )
}
