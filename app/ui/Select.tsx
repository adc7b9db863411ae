import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import './controls.css'

export type SelectProps<Value extends string> = {
  label: string
  hideLabel?: boolean
  name?: string
  value: Value
  onValueChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  disabled?: boolean
}

/** The browser's own select: the list is the system's, so it works with any keyboard, reader and touch screen. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel, name, value, onValueChange, options, disabled } = props
  const id = useId()
  return (
    <div className="ui-select">
      <label htmlFor={id} className={hideLabel ? 'ui-unseen' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-select-box">
        <select
          id={id}
          name={name}
          value={value}
          disabled={disabled}
          onChange={(event) => onValueChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
    </div>
  )
}
