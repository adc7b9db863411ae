import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/board/live.ts'
import { useBoard, useBoardSettings, useShownTake } from '#app/board/session.ts'
import { pictureOf, pictureUrl } from '#app/takes/useTakesOf.ts'
import { panelSize } from '#db/board/sheet.ts'
import type { PanelId } from '#db/ids.ts'

type PanelPictureProps = { panel: PanelId; number: string; isSmall?: boolean }

/** A panel as it looks now: the shown take with the drawing over it. */
export function PanelPicture({ panel, number, isSmall = false }: PanelPictureProps) {
  const { t } = useTranslation('panels')
  const { thumbnails } = useBoard()
  const { width, height } = panelSize(useBoardSettings().aspect)
  const drawing = useLive(useMemo(() => thumbnails.of(panel), [thumbnails, panel]))
  const picture = pictureOf(useShownTake(panel))
  return (
    <div
      className="panels-picture"
      data-small={isSmall}
      style={{ aspectRatio: `${width} / ${height}` }}
      role="img"
      aria-label={t('picture', { number })}
    >
      {picture && <img src={pictureUrl(picture, isSmall ? 160 : 640)} alt="" draggable={false} />}
      {drawing && <img src={drawing} alt="" draggable={false} />}
      {isSmall && <span aria-hidden="true">{number}</span>}
    </div>
  )
}
