import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#app/api.ts'
import { type LiveCell, useLive } from '#app/board/live.ts'
import { useBoard } from '#app/board/session.ts'
import type { Wishes } from './wishes.ts'

type Models = Awaited<ReturnType<typeof api.takes.models.query>>

/** Which model paints. Those that are not ready are listed too, each with what is missing. */
export function ModelField({ wishes }: { wishes: LiveCell<Wishes> }) {
  const { t } = useTranslation('takes')
  const id = useId()
  const { model } = useLive(wishes)
  const { models, failed } = useModels()
  if (failed) return <p className="takes-hint">{t('modelsFailed')}</p>
  if (!models) return null
  const chosen = models.find((each) => each.id === model && each.ready) ?? models.find((each) => each.ready)
  const missing = models.filter(({ ready }) => !ready)
  return (
    <div className="ui-select takes-model">
      <label htmlFor={id} className="ui-field-label">
        {t('model')}
      </label>
      <div className="ui-select-box">
        <select
          id={id}
          value={chosen?.id ?? ''}
          onChange={(event) => wishes.set({ ...wishes.get(), model: event.target.value })}
        >
          {models.map(({ id: value, name, ready }) => (
            <option key={value} value={value} disabled={!ready}>
              {ready ? name : t('modelNotReady', { name })}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
      {missing.length > 0 && (
        <details className="takes-hint takes-missing">
          <summary>{t('modelsMissing', { count: missing.length })}</summary>
          <ul>
            {missing.map(({ id: key, name, reason }) => (
              <li key={key}>{`${name}: ${reason ?? ''}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function useModels(): { models: Models | null; failed: boolean } {
  const { board } = useBoard()
  const [models, setModels] = useState<Models | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    api.takes.models
      .query({ board }, { signal: abort.signal })
      .then(setModels)
      .catch(() => setFailed(!abort.signal.aborted))
    return () => abort.abort()
  }, [board])
  return { models, failed }
}
