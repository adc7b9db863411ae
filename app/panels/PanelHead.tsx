import { useTranslation } from 'react-i18next'
import { useBoard, usePanels, useScenes } from '#app/board/session.ts'
import { StageBar } from '#app/takes/StageBar.tsx'
import { Select } from '#app/ui/index.ts'
import { movePanels, type Panel } from '#db/board/drawing.ts'
import type { SceneId } from '#db/ids.ts'
import { BoardSettings } from './BoardSettings.tsx'
import { DurationField } from './DurationField.tsx'
import { PanelPicture } from './PanelPicture.tsx'

/** Which panels the side is about: number, picture, stage of the film, scene and duration. */
export function PanelHead({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('panels')
  const all = usePanels()
  const [only] = panels
  const numberOf = (panel: Panel) => String(all.findIndex(({ id }) => id === panel.id) + 1)
  return (
    <header className="panels-head">
      {panels.length === 1 && only ? (
        <>
          <div className="panels-one">
            <PanelPicture panel={only.id} number={numberOf(only)} />
            <div>
              <div className="panels-title">
                <h2>{t('panel', { number: numberOf(only) })}</h2>
                <BoardSettings />
              </div>
              <SceneField panels={panels} />
            </div>
          </div>
          <StageBar panel={only.id} />
        </>
      ) : (
        <>
          <Several panels={panels} numberOf={numberOf} />
          <SceneField panels={panels} />
        </>
      )}
      <DurationField panels={panels} />
    </header>
  )
}

type SeveralProps = { panels: readonly Panel[]; numberOf: (panel: Panel) => string }

function Several({ panels, numberOf }: SeveralProps) {
  const { t } = useTranslation('panels')
  return (
    <>
      <div className="panels-title">
        <h2>{t('panels', { count: panels.length })}</h2>
        <BoardSettings />
      </div>
      <div className="panels-row">
        {panels.slice(0, 11).map((panel) => (
          <PanelPicture key={panel.id} panel={panel.id} number={numberOf(panel)} isSmall />
        ))}
        {panels.length > 11 && <span className="panels-more">+{panels.length - 11}</span>}
      </div>
      <p className="panels-hint">{t('several')}</p>
    </>
  )
}

function SceneField({ panels }: { panels: readonly Panel[] }) {
  const { t } = useTranslation('panels')
  const scenes = useScenes()
  const session = useBoard()
  const first = panels[0]?.scene
  const isSame = panels.every((panel) => panel.scene === first) && scenes.some(({ id }) => id === first)
  const options = scenes.map((scene, at) => ({
    value: scene.id as string,
    label: scene.heading
      ? t('sceneNamed', { number: at + 1, heading: scene.heading })
      : t('sceneNumber', { number: at + 1 }),
  }))
  return (
    <Select
      label={t('scene')}
      hideLabel
      value={isSame && first ? first : ''}
      options={isSame ? options : [{ value: '', label: t('mixed') }, ...options]}
      disabled={!session.can('board.draw')}
      onValueChange={(scene) => {
        const moved = panels.map(({ id }) => id)
        if (scene) session.change((drawing) => movePanels(drawing, moved, { endOf: scene as SceneId }))
      }}
    />
  )
}
