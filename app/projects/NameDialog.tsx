import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestName } from '#app/people/longestName.ts'
import { Button, Dialog, Field } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'

type Props = {
  title: string
  label: string
  go: string
  name?: string
  onClose: () => void
  /** Closes the dialog when it worked; a failure is told and what was typed stays. */
  onName: (name: string) => Promise<void>
}

/** Asks for a name: of something new, or a new one. Mount it to open it. */
export function NameDialog({ title, label, go, name: known = '', onClose, onName }: Props) {
  const { t } = useTranslation('ui')
  const form = useId()
  const [name, setName] = useState(known)
  const [send, isSending] = useAct(async () => {
    await onName(name.trim())
    onClose()
  })
  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={form} kind="primary" busy={isSending} disabled={!name.trim()}>
        {go}
      </Button>
    </>
  )
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} footer={footer}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field
          label={label}
          value={name}
          maxLength={longestName}
          autoComplete="off"
          required
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
