import { and, eq } from 'drizzle-orm'
import type { Role } from '#db/access.ts'
import type { BoardId, ProjectId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, members, projects } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import { Membership } from '#server/people/person.ts'

export type Place = {
  board: typeof boards.$inferSelect
  project: typeof projects.$inferSelect
  membership: Membership
  /** What the person is at this board: whoever comes to an archived one can only look. */
  role: Role
}

// "Not there" and "not yours" are one answer: what others have here is not told.
const noBoard = 'There is no such board, or you are not a member of its project.'
const noProject = 'There is no such project, or you are not a member of it.'

export function findPlace(db: Db, id: BoardId, user: UserId): Place {
  const found = db
    .select({ board: boards, project: projects, role: members.role })
    .from(boards)
    .innerJoin(projects, eq(projects.id, boards.project))
    .innerJoin(members, and(eq(members.project, boards.project), eq(members.user, user)))
    .where(eq(boards.id, id))
    .get()
  if (!found) throw new Failure('notFound', noBoard)
  const { board, project, role } = found
  const isArchived = board.archived !== null || project.archived !== null
  return {
    board,
    project,
    membership: new Membership(project.id, user, role),
    role: isArchived ? 'reviewer' : role,
  }
}

export function findMembership(db: Db, project: ProjectId, user: UserId): Membership {
  const found = db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.project, project), eq(members.user, user)))
    .get()
  if (!found) throw new Failure('notFound', noProject)
  return new Membership(project, user, found.role)
}
