import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SaidFailure } from '#app/readFailure.ts'
import { Button, Field } from '#app/ui/index.ts'
import { DoorCard } from './DoorCard.tsx'

export function SignInPage({ failure }: { failure: SaidFailure | null }) {
  const { t } = useTranslation('people')
  const isBusy = useNavigation().state !== 'idle'
  return (
    <DoorCard
      title={t('signInPage.title')}
      lead={t('signInPage.lead')}
      failure={failure}
      foot={t('signInPage.noAccount')}
    >
      <Form method="post" className="people-form">
        <Field
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          maxLength={200}
          required
          autoFocus
        />
        <Field
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
        <div className="people-form-buttons">
          <Button type="submit" kind="primary" busy={isBusy}>
            {t('signInPage.go')}
          </Button>
        </div>
      </Form>
    </DoorCard>
  )
}
