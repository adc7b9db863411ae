import { asc, eq } from 'drizzle-orm'
import type { AssetHash, ProjectId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, projects } from '#db/tables.ts'
import type { House } from '#server/house.ts'
import type { Language } from '#server/trpc.ts'
import { copyName } from './copyName.ts'
import { copyBoard } from './newBoard.ts'
import { newProject } from './newProject.ts'

type Change = Partial<{ name: string; cover: AssetHash | null; archived: Date | null }>

export function changeProject(db: Db, project: ProjectId, change: Change): void {
  db.update(projects).set(change).where(eq(projects.id, project)).run()
}

/** The same boards as drawn now, without their takes, in a project of one's own. */
export async function duplicateProject(
  house: House,
  project: ProjectId,
  by: UserId,
  language: Language,
): Promise<ProjectId> {
  const { db } = house
  const original = db.select().from(projects).where(eq(projects.id, project)).get()!
  const copy = newProject(db, copyName(original.name, language), by)
  changeProject(db, copy, { cover: original.cover })
  const rows = db.select().from(boards).where(eq(boards.project, project)).orderBy(asc(boards.made)).all()
  for (const board of rows.filter((each) => each.archived === null)) {
    await copyBoard(house, board, copy, board.name)
  }
  house.log.info('project.duplicated', { from: project, project: copy, by })
  return copy
}
