import { eq, inArray, max } from 'drizzle-orm'
import type { BoardId, ProjectId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, takes } from '#db/tables.ts'

/** When each board and project was last worked on, milliseconds since 1970. */
export function changedAt(db: Db, ids: ProjectId[]) {
  const rows = db
    .select({
      board: boards.id,
      project: boards.project,
      made: boards.made,
      worked: boards.worked,
      asked: max(takes.asked),
    })
    .from(boards)
    .leftJoin(takes, eq(takes.board, boards.id))
    .where(inArray(boards.project, ids))
    .groupBy(boards.id)
    .all()
  const board = new Map<BoardId, number>()
  const project = new Map<ProjectId, number>()
  for (const row of rows) {
    const at = Math.max(row.made.getTime(), row.worked?.getTime() ?? 0, row.asked?.getTime() ?? 0)
    board.set(row.board, at)
    project.set(row.project, Math.max(at, project.get(row.project) ?? 0))
  }
  return { board, project }
}
