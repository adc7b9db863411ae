import { Slider as Radix } from 'radix-ui'
import './controls.css'

export type SliderProps = {
  label: string
  value: number
  min: number
  max: number
  step: number
  onValueChange: (value: number) => void
  /** The value in words, shown and read aloud. */
  words?: (value: number) => string
  disabled?: boolean
}

export function Slider({
  label,
  value,
  min,
  max,
  step,
  onValueChange,
  words = String,
  disabled,
}: SliderProps) {
  return (
    <div className="ui-slider">
      <div className="ui-slider-head">
        <span>{label}</span>
        <output>{words(value)}</output>
      </div>
      <Radix.Root
        className="ui-slider-root"
        value={[value]}
        min={min}
        max={max}
        step={step}
        disabled={disabled ?? false}
        onValueChange={([next]) => next !== undefined && onValueChange(next)}
      >
        <Radix.Track className="ui-slider-track">
          <Radix.Range className="ui-slider-range" />
        </Radix.Track>
        <Radix.Thumb className="ui-slider-thumb" aria-label={label} aria-valuetext={words(value)} />
      </Radix.Root>
    </div>
  )
}
