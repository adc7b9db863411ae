import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SaidFailure } from '#app/readFailure.ts'
import { Button, Face } from '#app/ui/index.ts'
import type { Role } from '#db/access.ts'
import { DoorCard } from './DoorCard.tsx'
import { usePerson } from './usePerson.ts'
import { WhoForm } from './WhoForm.tsx'

type Props = {
  invite: { project: { name: string }; role: Role; by: string; colour: string }
  failure: SaidFailure | null
}

/** Behind an invitation link: a stranger gives a name, somebody known comes in as they are. */
export function JoinPage({ invite, failure }: Props) {
  const { t } = useTranslation('people')
  const person = usePerson()
  const lead = t('join.lead', { by: invite.by, role: t(`role.${invite.role}`) })
  const foot = person ? (
    <p>{t('join.notYou', { name: person.name })}</p>
  ) : (
    <Link to="/sign-in">{t('join.haveAccount')}</Link>
  )
  return (
    <DoorCard
      title={t('join.title', { project: invite.project.name })}
      lead={lead}
      failure={failure}
      foot={foot}
    >
      <p className="people-note">{t(`roleMay.${invite.role}`)}</p>
      {person ? <ComeAs {...person} /> : <WhoForm name="" colour={invite.colour} go={t('join.go')} />}
    </DoorCard>
  )
}

function ComeAs({ name, colour }: { name: string; colour: string }) {
  const { t } = useTranslation('people')
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="people-form-buttons">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="colour" value={colour} />
      <Face name={name} colour={colour} size={30} decorative />
      <Button type="submit" kind="primary" busy={isBusy}>
        {t('join.as', { name })}
      </Button>
    </Form>
  )
}
