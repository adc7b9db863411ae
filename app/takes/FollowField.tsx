import { useTranslation } from 'react-i18next'
import { useBoard } from '#app/board/session.ts'
import { Slider } from '#app/ui/index.ts'
import { type Panel, setPanel } from '#db/board/drawing.ts'
import { useDragged } from './useDragged.ts'

/** How closely takes follow the lines; several panels get the same. */
export function FollowField({ panels }: { panels: readonly Panel[] }) {
  return <Follow key={panels.map(({ id }) => id).join()} panels={panels} />
}

function Follow({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('takes')
  const session = useBoard()
  const [follow, setFollow] = useDragged(panels[0]?.follow ?? 0.8, (value) =>
    session.change((drawing) => {
      for (const { id } of panels) setPanel(drawing, id, 'follow', value)
    }),
  )
  const word = (value: number) => (value < 0.4 ? 'loose' : value < 0.9 ? 'near' : 'exact')
  return (
    <Slider
      label={t('follow')}
      value={follow}
      min={0}
      max={1}
      step={0.05}
      words={(value) => `${t(`followWords.${word(value)}`)} · ${value.toFixed(2)}`}
      onValueChange={setFollow}
    />
  )
}
