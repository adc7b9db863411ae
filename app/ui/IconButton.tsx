import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Tooltip } from './Tooltip.tsx'
import './controls.css'

export type IconButtonProps = ComponentPropsWithoutRef<'button'> & {
  /** What it does: read aloud, and shown beside the pointer. */
  label: string
  /** As `Kbd` takes it: `Mod+D`. */
  shortcut?: string
  /** For buttons that stay pressed; leave out for those that do not. */
  active?: boolean
  side?: 'top' | 'right' | 'bottom' | 'left'
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, shortcut, active, side = 'bottom', className = '', ...rest },
  ref,
) {
  return (
    <Tooltip label={label} side={side} {...(shortcut ? { shortcut } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={active}
        {...rest}
        ref={ref}
        className={`ui-icon-button ${className}`}
        data-active={active}
      />
    </Tooltip>
  )
})
