import { Switch as Radix } from 'radix-ui'
import { useId } from 'react'
import './controls.css'

export type SwitchProps = {
  label: string
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
}

export function Switch({ label, checked, onCheckedChange, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className="ui-switch">
      <label htmlFor={id}>{label}</label>
      <Radix.Root
        id={id}
        className="ui-switch-root"
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled ?? false}
      >
        <Radix.Thumb className="ui-switch-thumb" />
      </Radix.Root>
    </div>
  )
}
