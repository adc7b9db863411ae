import { Copy, Dices } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#app/board/session.ts'
import { Field, IconButton } from '#app/ui/index.ts'
import { type Panel, setPanel } from '#db/board/drawing.ts'
import { Choices } from './Choices.tsx'
import { readSeed } from './readSeed.ts'
import { useCopy } from './useCopy.ts'

const newSeed = () => Math.floor(Math.random() * 0x7fff_ffff)

/** A new seed for every take, or one that is kept with the panel and can be read, typed and copied. */
export function SeedField({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('takes')
  const session = useBoard()
  const copy = useCopy()
  const [typed, setTyped] = useState<string | null>(null)
  const seed = panels[0]?.seed ?? null
  const set = (value: number | null) =>
    session.change((drawing) => {
      for (const { id } of panels) setPanel(drawing, id, 'seed', value)
    })
  const finish = () => {
    const read = typed === null ? null : readSeed(typed)
    if (read !== null) set(read)
    setTyped(null)
  }
  return (
    <div className="takes-field">
      <Choices
        label={t('seed')}
        value={seed === null ? 'new' : 'keep'}
        choices={[
          { value: 'new', label: t('seedNew'), title: t('seedNewHint') },
          { value: 'keep', label: t('seedKeep') },
        ]}
        onChoose={(choice) => set(choice === 'new' ? null : (seed ?? newSeed()))}
      />
      {seed !== null && (
        <div className="takes-seed">
          <Field
            label={t('seedNumber')}
            hideLabel
            inputMode="numeric"
            value={typed ?? String(seed)}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={finish}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish()
              if (!(event.ctrlKey || event.metaKey)) event.stopPropagation()
            }}
          />
          <IconButton label={t('seedDice')} onClick={() => set(newSeed())}>
            <Dices aria-hidden="true" />
          </IconButton>
          <IconButton label={t('seedCopy')} onClick={() => copy(String(seed))}>
            <Copy aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
