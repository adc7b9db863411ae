import { useMemo } from 'react'
import { DrawShapeUtil, SVGContainer, type TLDrawShape } from 'tldraw'
import { hexOf, type SizeName } from '#db/board/palette.ts'
import { outlineStroke } from './ink/outline.ts'
import { colourName, panelOfFrame, plainSegments } from './strokeShape.ts'
import { useInkSide } from './useInkSide.ts'

/** tldraw's pen stroke, drawn with our outline: the canvas shows what thumbnails and captures show. */
export class InkShape extends DrawShapeUtil {
  // A line is cut into several at this many points, and only a whole line can be closed and filled.
  override options = { maxPointsPerShape: 3_000 }

  override component(shape: TLDrawShape) {
    return (
      <SVGContainer className="board-ink">
        <SeenInk shape={shape} />
      </SVGContainer>
    )
  }

  override indicator(shape: TLDrawShape) {
    return <path d={outlineOf(shape.props).ink} />
  }

  override toSvg(shape: TLDrawShape) {
    return <Ink shape={shape} />
  }
}

/** Nothing in views that show the painting alone. */
function SeenInk({ shape }: { shape: TLDrawShape }) {
  return useInkSide(panelOfFrame(shape.parentId)) === 'all' ? <Ink shape={shape} /> : null
}

function Ink({ shape }: { shape: TLDrawShape }) {
  const { props } = shape
  const { ink, area } = useMemo(() => outlineOf(props), [props])
  return (
    <g fill={hexOf(colourName(props.color))}>
      {props.fill !== 'none' && area ? <path d={area} /> : null}
      <path d={ink} />
    </g>
  )
}

function outlineOf({ segments, size, scale, isPen, isClosed }: TLDrawShape['props']) {
  return outlineStroke({
    segments: plainSegments(segments),
    size: size as SizeName,
    scale,
    isPen,
    isClosed,
  })
}
