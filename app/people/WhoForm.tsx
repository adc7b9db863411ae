import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, Field } from '#app/ui/index.ts'
import { ColourChoice } from './ColourChoice.tsx'
import { longestName } from './longestName.ts'

/** Name and colour, and in. */
export function WhoForm({ name, colour, go }: { name: string; colour: string; go: string }) {
  const { t } = useTranslation('people')
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="people-form">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        defaultValue={name}
        maxLength={longestName}
        autoComplete="name"
        required
        autoFocus
      />
      <ColourChoice name="colour" defaultValue={colour} />
      <div className="people-form-buttons">
        <Button type="submit" kind="primary" busy={isBusy}>
          {go}
        </Button>
      </div>
    </Form>
  )
}
