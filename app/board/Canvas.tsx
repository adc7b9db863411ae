import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'
import {
  DefaultSizeStyle,
  DrawShapeTool,
  type Editor,
  EraserTool,
  HandTool,
  registerDefaultSideEffects,
  SelectTool,
  TldrawEditor,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
  useTldrawUser,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { useAppearance } from '#app/Appearance.tsx'
import { AboveStrokes } from '#app/takes/AboveStrokes.tsx'
import { showTop } from './camera.ts'
import { showCollaborators, tellWhere } from './collaborators.ts'
import { type Desk, useDesk } from './desk.ts'
import { InkShape } from './InkShape.tsx'
import { PanelShape } from './PanelShape.tsx'
import { listenForPointers } from './pointers.ts'
import { SheetLayer } from './SheetLayer.tsx'
import { type BoardSession, useBoard } from './session.ts'
import { TldrawStore } from './tldrawStore.ts'

const shapeUtils = [PanelShape, InkShape]
const tools = [SelectTool, HandTool, DrawShapeTool, EraserTool]
const components = {
  OnTheCanvas: SheetLayer,
  Scribble: TldrawScribble,
  CollaboratorScribble: TldrawScribble,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: Above,
  Background: null,
  Grid: null,
}

const options = { createTextOnCanvasDoubleClick: false, maxPages: 1 }
// A film of 1,200 panels still fits on the screen at the first of these steps.
const cameraOptions = { zoomSteps: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8], wheelBehavior: 'pan' as const }

function Above() {
  return (
    <>
      <TldrawOverlays />
      <AboveStrokes />
    </>
  )
}

/** The light table: tldraw's bare editor (none of its menus, fonts or network) over the sheet. */
export function Canvas({ licenseKey }: { licenseKey: string | undefined }) {
  const session = useBoard()
  const desk = useDesk()
  const { t } = useTranslation('board')
  const user = useCanvasUser()
  const wrapper = useRef<HTMLDivElement | null>(null)
  const say = useRef(t)
  say.current = t
  useEffect(() => {
    const element = wrapper.current
    return element ? listenForPointers(element, { session, desk }) : undefined
  }, [session, desk])
  const onMount = (editor: Editor) => openCanvas(editor, session, desk, () => toast(say.current('lost')))
  return (
    <div ref={wrapper} className="board-canvas" role="application" aria-label={t('sheet')}>
      <TldrawEditor
        shapeUtils={shapeUtils}
        tools={tools}
        components={components}
        options={options}
        cameraOptions={cameraOptions}
        initialState="select"
        user={user}
        autoFocus
        onMount={onMount}
        {...(licenseKey ? { licenseKey } : {})}
      />
    </div>
  )
}

function openCanvas(editor: Editor, session: BoardSession, desk: Desk, onLost: () => void): () => void {
  const draws = session.can('board.draw') && !session.greeting.board.archived
  const store = new TldrawStore(session, editor, onLost)
  const stops = [
    registerDefaultSideEffects(editor),
    showCollaborators(session, editor),
    tellWhere(session, editor),
    () => store.close(),
  ]
  editor.setStyleForNextShapes(DefaultSizeStyle, 'm')
  editor.updateInstanceState({ isReadonly: !draws, isGridMode: false, isToolLocked: true })
  editor.setCurrentTool(draws ? 'draw' : 'hand')
  desk.store.set(store)
  desk.editor.set(editor)
  stops.push(showTopOnce(editor, session))
  return () => {
    desk.editor.set(null)
    desk.store.set(null)
    for (const stop of stops) stop()
  }
}

/** As soon as there is a sheet: on a first visit it comes from the server, after the canvas. */
function showTopOnce(editor: Editor, { sheet }: BoardSession): () => void {
  const show = () => {
    const isThere = sheet.get().scenes.length > 0 || sheet.get().panels.length > 0
    if (isThere) showTop(editor, sheet.get())
    return isThere
  }
  if (show()) return () => undefined
  const stop = sheet.subscribe(() => {
    if (show()) stop()
  })
  return stop
}

function useCanvasUser() {
  const { greeting } = useBoard()
  const { language, theme } = useAppearance()
  const { id, name, colour } = greeting.person
  const userPreferences = useMemo(
    () => ({ id, name, color: colour, locale: language, colorScheme: theme }),
    [id, name, colour, language, theme],
  )
  return useTldrawUser({ userPreferences })
}
