import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Spinner } from './Spinner.tsx'
import './controls.css'

export type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 's' | 'm'
  icon?: ReactNode
  /** Stays focusable, shows a spinner and takes no second click. */
  busy?: boolean
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'plain', size = 'm', icon, busy = false, className = '', type = 'button', ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={`ui-button ${className}`}
      data-kind={kind}
      data-size={size}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : rest.onClick?.(event))}
    >
      {busy ? <Spinner /> : icon}
      {rest.children}
    </button>
  )
})
