import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Field, Kbd } from '#app/ui/index.ts'
import { copyText } from './copyText.ts'
import './people.css'

/** A text to take along: a button copies it, and where that cannot be, it is selected. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    if (input.current) setCopied(await copyText(input.current))
  }
  return (
    <>
      <div className="people-url">
        <Field ref={input} label={label} value={value} readOnly onFocus={(event) => event.target.select()} />
        <Button
          kind="primary"
          icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
      <p className="ui-unseen" role="status">
        {copied ? t('copied') : ''}
      </p>
      {copied === false && (
        <p className="people-note" role="status">
          <Kbd>Mod+C</Kbd> {t('copyByHand')}
        </p>
      )}
    </>
  )
}
