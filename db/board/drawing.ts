import { generateJitteredKeyBetween } from 'fractional-indexing-jittered'
import * as Y from 'yjs'
import { newId, PanelId, SceneId } from '../ids.ts'
import { type Aspect, aspects } from './sheet.ts'

/**
 * The `drawing` document: what people draw and write. Every client that may draw writes it; the server never reads it.
 *
 * strokes  stroke id -> bytes (stroke.ts)      panels  panel id -> Y.Map, fields below
 * scenes   scene id  -> Y.Map                  board   settings of the whole board
 */
export const strokesOf = (drawing: Y.Doc) => drawing.getMap<Uint8Array>('strokes')
export const panelsOf = (drawing: Y.Doc) => drawing.getMap<Y.Map<unknown>>('panels')
export const scenesOf = (drawing: Y.Doc) => drawing.getMap<Y.Map<unknown>>('scenes')
export const boardOf = (drawing: Y.Doc) => drawing.getMap<unknown>('board')

/** Written texts of a panel; each is a Y.Text made with the panel, so that two people may type in one. */
export const panelTexts = ['prompt', 'action', 'dialogue', 'notes'] as const
export type PanelText = (typeof panelTexts)[number]

export type Panel = {
  id: PanelId
  scene: SceneId
  /** Fractional index: the place among all panels of the scene. */
  order: string
  /** Frames at the board's rate. */
  duration: number
  /** Take seed that is kept for the next take; null asks for a new one each time. */
  seed: number | null
  /** How closely a take follows the lines, 0..1. */
  follow: number
} & Record<PanelText, string>

export type Scene = { id: SceneId; order: string; heading: string }
export type BoardSettings = { aspect: Aspect; rate: number; style: string }

const text = (value: unknown): string => (value instanceof Y.Text ? value.toString() : '')
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise
const word = (value: unknown): string => (typeof value === 'string' ? value : '')

// Two people inserting at one place may pick the same key: the id decides, the same way for everybody.
const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }) =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1

function readPanel(id: string, fields: Y.Map<unknown>): Panel {
  const seed = fields.get('seed')
  return {
    id: PanelId.parse(id),
    scene: word(fields.get('scene')) as SceneId,
    order: word(fields.get('order')),
    duration: Math.max(1, Math.round(number(fields.get('duration'), 48))),
    seed: typeof seed === 'number' ? seed : null,
    follow: Math.min(1, Math.max(0, number(fields.get('follow'), 0.8))),
    prompt: text(fields.get('prompt')),
    action: text(fields.get('action')),
    dialogue: text(fields.get('dialogue')),
    notes: text(fields.get('notes')),
  }
}

export function readScenes(drawing: Y.Doc): Scene[] {
  return [...scenesOf(drawing)]
    .map(([id, fields]) => ({
      id: id as SceneId,
      order: word(fields.get('order')),
      heading: text(fields.get('heading')),
    }))
    .sort(byOrder)
}

/** Panels in the order of the film. A panel whose scene is gone (deleted by somebody at the same time) goes last. */
export function readPanels(drawing: Y.Doc): Panel[] {
  const place = new Map(readScenes(drawing).map((scene, at) => [scene.id, at]))
  const at = (panel: Panel) => place.get(panel.scene) ?? Number.MAX_SAFE_INTEGER
  return [...panelsOf(drawing)]
    .filter(([id]) => PanelId.safeParse(id).success)
    .map(([id, fields]) => readPanel(id, fields))
    .sort((a, b) => at(a) - at(b) || byOrder(a, b))
}

export function readBoard(drawing: Y.Doc): BoardSettings {
  const board = boardOf(drawing)
  const aspect = board.get('aspect')
  return {
    aspect: aspects.find((known) => known === aspect) ?? '16:9',
    rate: number(board.get('rate'), 24),
    style: word(board.get('style')),
  }
}

export function setBoard<K extends keyof BoardSettings>(
  drawing: Y.Doc,
  key: K,
  value: BoardSettings[K],
): void {
  boardOf(drawing).set(key, value)
}

export function panelText(drawing: Y.Doc, panel: PanelId, field: PanelText): Y.Text | null {
  const found = panelsOf(drawing).get(panel)?.get(field)
  return found instanceof Y.Text ? found : null
}

export function setPanel(
  drawing: Y.Doc,
  panel: PanelId,
  key: 'duration' | 'seed' | 'follow',
  value: number | null,
): void {
  panelsOf(drawing).get(panel)?.set(key, value)
}

export function addScene(drawing: Y.Doc, after: SceneId | null, heading = ''): SceneId {
  const id = SceneId.parse(newId())
  const scenes = readScenes(drawing)
  const at = after === null ? scenes.length - 1 : scenes.findIndex((scene) => scene.id === after)
  const fields = new Y.Map<unknown>()
  fields.set('order', between(scenes[at]?.order, scenes[at + 1]?.order))
  fields.set('heading', new Y.Text(heading))
  scenesOf(drawing).set(id, fields)
  return id
}

type NewPanel = { after?: PanelId | null; scene?: SceneId; duration?: number } & Partial<
  Record<PanelText, string>
>

/** Adds a panel behind `after` (or at the end of `scene`, or of the film) and returns its id. */
export function addPanel(
  drawing: Y.Doc,
  { after = null, scene, duration = 48, ...texts }: NewPanel = {},
): PanelId {
  const id = PanelId.parse(newId())
  drawing.transact(() => {
    const panels = readPanels(drawing)
    const before = panels.find((panel) => panel.id === after)
    const home =
      scene ??
      before?.scene ??
      panels.at(-1)?.scene ??
      readScenes(drawing).at(-1)?.id ??
      addScene(drawing, null)
    const row = panels.filter((panel) => panel.scene === home)
    const at = before ? row.findIndex((panel) => panel.id === before.id) : row.length - 1
    const fields = new Y.Map<unknown>()
    fields.set('scene', home)
    fields.set('order', between(row[at]?.order, row[at + 1]?.order))
    fields.set('duration', duration)
    for (const field of panelTexts) fields.set(field, new Y.Text(texts[field] ?? ''))
    panelsOf(drawing).set(id, fields)
  })
  return id
}

/** Puts panels, in their order, in front of another panel, or at the end of a scene. */
export function movePanels(
  drawing: Y.Doc,
  moved: readonly PanelId[],
  to: { before: PanelId } | { endOf: SceneId },
): void {
  drawing.transact(() => {
    const panels = readPanels(drawing)
    const going = panels.filter((panel) => moved.includes(panel.id))
    const target = 'before' in to ? panels.find((panel) => panel.id === to.before) : undefined
    const home = 'endOf' in to ? to.endOf : target?.scene
    if (!home || (target && moved.includes(target.id))) return
    const row = panels.filter((panel) => panel.scene === home && !moved.includes(panel.id))
    const at = target ? row.findIndex((panel) => panel.id === target.id) : row.length
    let last = row[at - 1]?.order
    for (const panel of going) {
      last = between(last, row[at]?.order)
      const fields = panelsOf(drawing).get(panel.id)
      fields?.set('scene', home)
      fields?.set('order', last)
    }
  })
}

/** A copy with its texts and strokes, right behind the original. */
export function duplicatePanel(drawing: Y.Doc, panel: PanelId, copyStroke: CopyStroke): PanelId | null {
  const original = readPanels(drawing).find((each) => each.id === panel)
  if (!original) return null
  let id: PanelId | null = null
  drawing.transact(() => {
    const { scene, duration, prompt, action, dialogue, notes } = original
    id = addPanel(drawing, { after: panel, scene, duration, prompt, action, dialogue, notes })
    setPanel(drawing, id, 'follow', original.follow)
    setPanel(drawing, id, 'seed', original.seed)
    for (const bytes of [...strokesOf(drawing).values()]) {
      const copy = copyStroke(bytes, panel, id)
      if (copy) strokesOf(drawing).set(`shape:${newId()}`, copy)
    }
  })
  return id
}
/** The stroke's bytes for the new panel, or null when the stroke is not of the old one. */
type CopyStroke = (bytes: Uint8Array, from: PanelId, to: PanelId) => Uint8Array | null

/**
 * Takes a panel off the sheet. Its strokes stay in the document, unseen: undo brings the panel back with everything
 * on it, and so does somebody who drew in it meanwhile.
 */
export function deletePanels(drawing: Y.Doc, panels: readonly PanelId[]): void {
  drawing.transact(() => {
    for (const panel of panels) panelsOf(drawing).delete(panel)
  })
}

function between(before: string | undefined, after: string | undefined): string {
  // Equal or crossed keys (two people inserted at one place): stand behind the first.
  return before !== undefined && after !== undefined && before >= after
    ? generateJitteredKeyBetween(before, null)
    : generateJitteredKeyBetween(before ?? null, after ?? null)
}
