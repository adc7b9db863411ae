/** A storyboard sheet, drawn: three panels of one short scene, the last of them painted. */
export function WelcomeSheet() {
  return (
    <svg className="projects-sheet" viewBox="0 0 440 330" aria-hidden="true">
      <rect width="440" height="330" fill="#fdfcf9" />
      <g fill="none" stroke="#c9c5bb" strokeWidth="1">
        <rect x="182" y="12" width="26" height="8" rx="4" />
        <circle cx="220" cy="16" r="4" />
        <rect x="232" y="12" width="26" height="8" rx="4" />
        <path d="M16 30h408M16 128h408M16 226h408M16 324h408M44 30v294M214 30v294M352 30v294M16 30v294M424 30v294" />
      </g>
      <g fontFamily="var(--mono)" fontSize="11" fill="#5a5954">
        <text x="26" y="48">
          1
        </text>
        <text x="26" y="146">
          2
        </text>
        <text x="26" y="244">
          3
        </text>
        <text x="372" y="48">
          3+0
        </text>
        <text x="372" y="146">
          2+12
        </text>
        <text x="372" y="244">
          4+0
        </text>
      </g>
      <Lines />
      <Panels />
    </svg>
  )
}

function Lines() {
  return (
    <path
      d="M224 46h104M224 58h112M224 70h72M224 144h96M224 156h110M224 242h112M224 254h84M224 266h98"
      stroke="#b9b5ab"
      strokeWidth="3"
      strokeLinecap="round"
    />
  )
}

function Panels() {
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <g fill="none" stroke="#2b2b28" strokeWidth="1.6">
        <rect x="52" y="37" width="154" height="84" strokeWidth="1.2" />
        <path d="M53 92c30-16 52-22 78-12s46 6 74-6M168 56a9 9 0 1 1-1-1M96 84v16m0-10 6 4m-6-4-6 4m6 6 4 9m-4-9-4 9M96 84a5 5 0 1 1 1-1" />
        <rect x="52" y="135" width="154" height="84" strokeWidth="1.2" />
        <path d="M104 219c0-22 10-34 26-36s30 12 32 36M114 168a17 17 0 1 1 33 4c-3 9-9 13-17 13s-14-7-16-17M122 164v3m14-3v3m-12 8c3 3 8 3 11 0" />
        <path d="M112 158c8-14 28-16 36 0" stroke="#c2381a" />
      </g>
      <g transform="translate(52 233)">
        <rect width="154" height="84" fill="#f3d9a4" />
        <circle cx="116" cy="24" r="11" fill="#e9603c" />
        <path d="M0 58c30-16 52-22 78-12s50 8 76-6v44H0z" fill="#7d9a5c" />
        <path d="M0 70c36-10 70 2 154-8v22H0z" fill="#5f7f4b" />
        <path d="M42 50h6l4 20h-4l-3-8-3 8h-4z" fill="#2f4d7a" />
        <circle cx="45" cy="45" r="5" fill="#e8b48c" />
        <path d="M64 66c2-5 12-5 14 0v6h-3v-4h-7v4h-3z" fill="#8a5a35" />
        <rect width="154" height="84" fill="none" stroke="#2b2b28" strokeWidth="1.2" />
      </g>
    </g>
  )
}
