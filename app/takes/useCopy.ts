import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import { copyText } from './copyText.ts'

/** Copies a text and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation('takes')
  return (text) => {
    void copyText(text).then((worked) => (worked ? toast.success(t('copied')) : toast.error(t('copyFailed'))))
  }
}
