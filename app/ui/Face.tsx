import { initials, inkOn } from './initials.ts'
import './overlays.css'

export type FaceProps = {
  name: string
  colour: string
  /** Pixels. */
  size?: number
  /** The name stands beside it in text, so it need not be read twice. */
  decorative?: boolean
}

/** A person: their colour and the first letters of their name. */
export function Face({ name, colour, size = 26, decorative = false }: FaceProps) {
  const spoken = decorative
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': name, title: name } as const)
  return (
    <span
      {...spoken}
      className="ui-face"
      data-initials={initials(name)}
      style={{ width: size, height: size, fontSize: size * 0.42, background: colour, color: inkOn(colour) }}
    />
  )
}
