/** A bar for the eyes; the words beside it say the same. */
export function Progress({ step, steps }: { step: number; steps: number }) {
  const part = steps > 0 ? Math.min(1, step / steps) : 0
  return (
    <span className="takes-progress" aria-hidden="true">
      <span style={{ width: `${Math.round(Math.max(0.04, part) * 100)}%` }} />
    </span>
  )
}
