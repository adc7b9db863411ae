import { Settings2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardSettings } from '#app/board/session.ts'
import { IconButton, Select, TextArea } from '#app/ui/index.ts'
import { setBoard } from '#db/board/drawing.ts'
import { aspects } from '#db/board/sheet.ts'
import './panels.css'

const rates = ['24', '25', '30', '12', '8', '48', '50', '60'] as const

/** What holds for the whole board: its shape, its rate, and the style line that every take is asked for with. */
export function BoardSettings() {
  const { t } = useTranslation('panels')
  const { aspect, rate } = useBoardSettings()
  const session = useBoard()
  const mayWrite = session.can('board.draw')
  const known = rates.includes(String(rate) as (typeof rates)[number]) ? rates : [...rates, String(rate)]
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={t('settings')}>
          <Settings2 aria-hidden="true" />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="panels-popover"
          aria-label={t('settings')}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <h3>{t('settings')}</h3>
          <div className="panels-pair">
            <Select
              label={t('aspect')}
              value={aspect}
              options={aspects.map((value) => ({ value, label: value }))}
              disabled={!mayWrite}
              onValueChange={(value) => session.change((drawing) => setBoard(drawing, 'aspect', value))}
            />
            <Select
              label={t('rate')}
              value={String(rate)}
              options={known.map((value) => ({ value, label: t('fps', { rate: value }) }))}
              disabled={!mayWrite}
              onValueChange={(value) => session.change((drawing) => setBoard(drawing, 'rate', Number(value)))}
            />
          </div>
          <StyleLine mayWrite={mayWrite} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Written when the field is left: the style is one value, so letters of two people would overwrite each other. */
function StyleLine({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('panels')
  const session = useBoard()
  const { style } = useBoardSettings()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null && typed.trim() !== style) {
      session.change((drawing) => setBoard(drawing, 'style', typed.trim()))
    }
    setTyped(null)
  }
  // Closing the popover takes the field away without a blur.
  const keepLatest = useLatest(keep)
  useEffect(() => () => keepLatest.current(), [keepLatest])
  return (
    <TextArea
      label={t('style')}
      hint={t('styleHint')}
      value={typed ?? style}
      rows={2}
      maxLength={500}
      readOnly={!mayWrite}
      onChange={(event) => setTyped(event.target.value.replaceAll('\n', ' '))}
      onBlur={keep}
    />
  )
}

function useLatest<T>(value: T): { current: T } {
  const [box] = useState({ current: value })
  box.current = value
  return box
}
