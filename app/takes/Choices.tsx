import { ToggleGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import './takes.css'

type Choice<Value extends string> = { value: Value; label: ReactNode; disabled?: boolean; title?: string }
type ChoicesProps<Value extends string> = {
  label: string
  hideLabel?: boolean
  value: Value
  choices: readonly Choice<Value>[]
  onChoose: (value: Value) => void
}

/** A few choices side by side, one of which holds. */
export function Choices<Value extends string>({
  label,
  hideLabel,
  value,
  choices,
  onChoose,
}: ChoicesProps<Value>) {
  const id = useId()
  return (
    <div className="takes-choices">
      <span id={id} className={hideLabel ? 'ui-unseen' : 'ui-field-label'}>
        {label}
      </span>
      <ToggleGroup.Root
        type="single"
        className="takes-choices-row"
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => next && onChoose(next as Value)}
      >
        {choices.map((choice) => (
          <ToggleGroup.Item
            key={choice.value}
            className="takes-choice"
            value={choice.value}
            disabled={choice.disabled ?? false}
            title={choice.title}
          >
            {choice.label}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  )
}
