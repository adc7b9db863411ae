import { type Editor, InstancePresenceRecordType, type TLInstancePresence } from 'tldraw'
import type { BoardSession, Other } from './session.ts'

/** Puts everybody else's pointer on the canvas, with tldraw's own cursors and its hints for those out of sight. */
export function showCollaborators(session: BoardSession, editor: Editor): () => void {
  let shown = new Map<number, Other>()
  const idOf = (client: number) => InstancePresenceRecordType.createId(String(client))
  const show = () => {
    const now = new Map(session.others.get().map((other) => [other.client, other]))
    const gone = [...shown.keys()].filter((client) => !now.get(client)?.cursor)
    const moved = [...now.values()].filter((other) => other.cursor && shown.get(other.client) !== other)
    shown = now
    if (!gone.length && !moved.length) return
    editor.store.mergeRemoteChanges(() => {
      editor.store.remove(gone.map(idOf).filter((id) => editor.store.has(id)))
      editor.store.put(moved.map(recordOf))
    })
  }
  function recordOf({ client, user, cursor }: Other): TLInstancePresence {
    return InstancePresenceRecordType.create({
      id: idOf(client),
      currentPageId: editor.getCurrentPageId(),
      userId: `${user.id}:${client}`,
      userName: user.name,
      color: user.colour,
      cursor: { x: cursor?.x ?? 0, y: cursor?.y ?? 0, type: 'default', rotation: 0 },
      lastActivityTimestamp: Date.now(),
    })
  }
  show()
  return session.others.subscribe(show)
}

/** Tells the others where this person's pointer is and what they look at. */
export function tellWhere(session: BoardSession, editor: Editor): () => void {
  const tellView = () => {
    const { x, y, w, h } = editor.getViewportPageBounds()
    session.showPresence({ view: { x: x + w / 2, y: y + h / 2, width: w } })
  }
  const onEvent = (event: { name: string }) => {
    if (event.name !== 'pointer_move' && event.name !== 'wheel') return
    const { x, y } = editor.inputs.currentPagePoint
    session.showPresence({ cursor: { x, y } })
  }
  editor.on('event', onEvent)
  const stop = editor.store.listen(tellView, { scope: 'session', source: 'all' })
  tellView()
  return () => {
    editor.off('event', onEvent)
    stop()
  }
}
