import { useTranslation } from 'react-i18next'
import { PageFrame } from '#app/PageFrame.tsx'
import { Button, Field } from '#app/ui/index.ts'
import { AccountForm } from './AccountForm.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import { longestName } from './longestName.ts'
import './people.css'

type Known = { name: string; colour: string; email: string | null; isGuest: boolean }

export function AccountPage({ person }: { person: Known }) {
  const { t } = useTranslation(['people', 'ui'])
  return (
    <PageFrame title={t('account')}>
      <div className="people-account">
        <h1>{t('account')}</h1>
        <AccountForm intent="profile" title={t('accountPage.profile')} done={t('accountPage.saved')}>
          {(busy) => (
            <>
              <Field
                label={t('name')}
                hint={t('nameHint')}
                name="name"
                defaultValue={person.name}
                maxLength={longestName}
                autoComplete="name"
                required
              />
              <ColourChoice name="colour" defaultValue={person.colour} />
              <Submit busy={busy} label={t('ui:save')} />
            </>
          )}
        </AccountForm>
        <ComeBack email={person.email} />
        <Leave isGuest={person.isGuest} />
      </div>
    </PageFrame>
  )
}

/** E-mail and password: the only way in from another computer, and nobody is made to give them. */
function ComeBack({ email }: { email: string | null }) {
  const { t } = useTranslation(['people', 'ui'])
  const lead = email ? t('accountPage.known', { email }) : t('accountPage.backLead')
  return (
    <AccountForm intent="email" title={t('accountPage.back')} lead={lead} done={t('accountPage.saved')}>
      {(busy) => (
        <>
          <Field
            label={t('email')}
            name="email"
            type="email"
            defaultValue={email ?? ''}
            autoComplete="username"
            maxLength={200}
            required
          />
          <Field
            label={t('password')}
            hint={t('passwordHint')}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={8}
            maxLength={200}
            required
          />
          <Submit busy={busy} label={email ? t('ui:save') : t('accountPage.backGo')} />
        </>
      )}
    </AccountForm>
  )
}

function Leave({ isGuest }: { isGuest: boolean }) {
  const { t } = useTranslation('people')
  const lead = isGuest ? t('accountPage.outGuest') : ''
  return (
    <AccountForm id="out" intent="sign-out" title={t('accountPage.out')} lead={lead}>
      {(busy) => (
        <div className="people-form-buttons">
          <Button type="submit" kind={isGuest ? 'danger' : 'plain'} busy={busy}>
            {isGuest ? t('accountPage.outSure') : t('signOut')}
          </Button>
        </div>
      )}
    </AccountForm>
  )
}

function Submit({ busy, label }: { busy: boolean; label: string }) {
  return (
    <div className="people-form-buttons">
      <Button type="submit" kind="primary" busy={busy}>
        {label}
      </Button>
    </div>
  )
}
