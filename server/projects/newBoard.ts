import * as Y from 'yjs'
import { addPanel, addScene, setBoard } from '#db/board/drawing.ts'
import { type AssetHash, BoardId, newId, type ProjectId } from '#db/ids.ts'
import { boards } from '#db/tables.ts'
import type { House } from '#server/house.ts'

type Place = Pick<House, 'db' | 'rooms'>

/** A board with one scene and one empty panel, or with the drawing that is given. */
export async function newBoard(
  { db, rooms }: Place,
  project: ProjectId,
  name: string,
  drawing: Uint8Array = emptySheet(),
): Promise<BoardId> {
  const id = BoardId.parse(newId())
  // First what is on it: a board that is listed can be opened.
  await rooms.seed(id, drawing)
  db.insert(boards).values({ id, project, name, made: new Date() }).run()
  return id
}

function emptySheet(): Uint8Array {
  const drawing = new Y.Doc()
  setBoard(drawing, 'aspect', '16:9')
  setBoard(drawing, 'rate', 24)
  addPanel(drawing, { scene: addScene(drawing, null) })
  return Y.encodeStateAsUpdate(drawing)
}

/** A board drawn like `original`; its takes stay there. */
export async function copyBoard(
  { db, rooms }: Place,
  original: { id: BoardId; cover: AssetHash | null },
  project: ProjectId,
  name: string,
): Promise<BoardId> {
  const id = BoardId.parse(newId())
  await rooms.copy(original.id, id)
  db.insert(boards).values({ id, project, name, cover: original.cover, made: new Date() }).run()
  return id
}
