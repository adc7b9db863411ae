import { and, eq, isNull } from 'drizzle-orm'
import type { AssetHash, BoardId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, projects } from '#db/tables.ts'

/** A board without a cover, and a project without one, take their first picture; a chosen cover stays. */
export function giveFirstCover(db: Db, board: BoardId, picture: AssetHash): void {
  const found = db.select({ project: boards.project }).from(boards).where(eq(boards.id, board)).get()
  if (!found) return
  db.update(boards)
    .set({ cover: picture })
    .where(and(eq(boards.id, board), isNull(boards.cover)))
    .run()
  db.update(projects)
    .set({ cover: picture })
    .where(and(eq(projects.id, found.project), isNull(projects.cover)))
    .run()
}
