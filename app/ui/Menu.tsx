import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import './overlays.css'

export type MenuEntry =
  | {
      label: string
      icon?: ReactNode
      shortcut?: string
      danger?: boolean
      disabled?: boolean
      /** For one choice of several: set it at each of them. */
      checked?: boolean
      onSelect: () => void
    }
  | { heading: string }
  | 'line'

export type MenuProps = {
  /** One element that can take a ref: a Button or an IconButton. */
  trigger: ReactNode
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
}

export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu" align={align} sideOffset={4} collisionPadding={8} loop>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and entries keep their places
            <Entry key={at} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Radix.Separator className="ui-menu-line" />
  if ('heading' in entry) return <Radix.Label className="ui-menu-heading">{entry.heading}</Radix.Label>
  const { label, icon, shortcut, danger = false, disabled = false, checked, onSelect } = entry
  const shared = { className: 'ui-menu-entry', 'data-danger': danger, disabled, onSelect }
  const words = (
    <>
      {icon}
      <span className="ui-menu-entry-words">{label}</span>
      {checked && <Check aria-hidden="true" />}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  )
  if (checked === undefined) return <Radix.Item {...shared}>{words}</Radix.Item>
  return (
    <Radix.CheckboxItem {...shared} checked={checked}>
      {words}
    </Radix.CheckboxItem>
  )
}
