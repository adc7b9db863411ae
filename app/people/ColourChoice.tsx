import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleColours } from './colours.ts'

/** Radio buttons, so that arrow keys work and a form without scripts sends the choice. */
export function ColourChoice({ name, defaultValue }: { name: string; defaultValue: string }) {
  const { t } = useTranslation('people')
  const isOffered = peopleColours.some(({ hex }) => hex === defaultValue)
  const [colour, setColour] = useState<string>(isOffered ? defaultValue : peopleColours[0].hex)
  return (
    <fieldset className="people-colours">
      <legend className="ui-field-label">{t('colour')}</legend>
      <div className="people-colours-row">
        {peopleColours.map(({ name: word, hex }) => (
          <label key={hex} className="people-colour" title={t(`colours.${word}`)}>
            <input
              type="radio"
              name={name}
              value={hex}
              checked={colour === hex}
              onChange={() => setColour(hex)}
              aria-label={t(`colours.${word}`)}
            />
            <span style={{ background: hex }} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
