/** Something is under way. Say what beside it, or in `label`. */
export function Spinner({ label }: { label?: string }) {
  return label ? (
    <span className="ui-spinner" role="status" aria-label={label} />
  ) : (
    <span className="ui-spinner" aria-hidden="true" />
  )
}
