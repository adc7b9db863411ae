import {
  FrameShapeUtil,
  type Geometry2d,
  Group2d,
  HTMLContainer,
  Rectangle2d,
  type TLFrameShape,
  type TLShape,
} from 'tldraw'
import { PanelPaper } from './PanelPaper.tsx'
import { panelOfFrame } from './strokeShape.ts'

/** A panel on the sheet. tldraw 3 clips children only to shapes of type `frame`, so a panel is one. */
export class PanelShape extends FrameShapeUtil {
  override canEdit = () => false
  override canResize = () => false
  override canBind = () => false
  override hideRotateHandle = () => true
  override hideResizeHandles = () => true
  override hideSelectionBoundsBg = () => true
  override hideSelectionBoundsFg = () => true

  override canReceiveNewChildrenOfType(_panel: TLShape, type?: unknown) {
    return type === undefined || type === 'draw'
  }

  override onDoubleClickEdge() {
    return undefined
  }
  override onDoubleClickCorner(shape: TLFrameShape) {
    return shape
  }

  /** The paper alone, in a group as tldraw expects of a frame; its own would measure a heading for each. */
  override getGeometry({ props }: TLFrameShape): Geometry2d {
    const paper = new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
    return new Group2d({ children: [paper] })
  }

  override component({ id, props }: TLFrameShape) {
    const panel = panelOfFrame(id)
    return (
      <HTMLContainer>
        {panel && <PanelPaper panel={panel} number={props.name} width={props.w} height={props.h} />}
      </HTMLContainer>
    )
  }

  override indicator() {
    return <g />
  }
}
