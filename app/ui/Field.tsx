import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import './controls.css'

type Words = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** The label is still read aloud. */
  hideLabel?: boolean
}
export type FieldProps = ComponentPropsWithoutRef<'input'> & Words
export type TextAreaProps = ComponentPropsWithoutRef<'textarea'> & Words

export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(
  { label, hint, error, hideLabel, ...input },
  ref,
) {
  const id = useId()
  return (
    <Labelled {...{ label, hint, error, hideLabel, id: input.id ?? id }}>
      <input id={id} {...input} ref={ref} {...spoken(input.id ?? id, hint, error)} />
    </Labelled>
  )
})

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, error, hideLabel, ...area },
  ref,
) {
  const id = useId()
  return (
    <Labelled {...{ label, hint, error, hideLabel, id: area.id ?? id }}>
      <textarea id={id} {...area} ref={ref} {...spoken(area.id ?? id, hint, error)} />
    </Labelled>
  )
})

const spoken = (id: string, hint: ReactNode, error: string | undefined) => ({
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error || hint ? `${id}-words` : undefined,
})

type LabelledProps = {
  label: string
  hint: ReactNode
  error: string | undefined
  hideLabel: boolean | undefined
  id: string
  children: ReactNode
}

function Labelled({ label, hint, error, hideLabel, id, children }: LabelledProps) {
  return (
    <div className="ui-field">
      <label htmlFor={id} className={hideLabel ? 'ui-unseen' : 'ui-field-label'}>
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-words`} className="ui-field-error" role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-words`} className="ui-field-hint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
