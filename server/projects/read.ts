import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { abilities } from '#db/access.ts'
import type { ProjectId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, members, projects, user } from '#db/tables.ts'
import { isGuestEmail } from '#server/people/guests.ts'
import { listInvites } from '#server/people/invite.ts'
import type { Membership } from '#server/people/person.ts'
import { changedAt } from './changed.ts'

/** The person's projects, those worked on last first. */
export async function listProjects(db: Db, person: UserId) {
  const rows = db
    .select({ project: projects, role: members.role })
    .from(members)
    .innerJoin(projects, eq(projects.id, members.project))
    .where(eq(members.user, person))
    .all()
  const ids = rows.map(({ project }) => project.id)
  const faces = facesIn(db, ids)
  const boardCounts = countBoards(db, ids)
  const changed = changedAt(db, ids)
  return rows
    .map(({ project, role }) => ({
      id: project.id,
      name: project.name,
      cover: project.cover,
      archived: project.archived !== null,
      role,
      boards: boardCounts.get(project.id) ?? 0,
      people: faces
        .filter((face) => face.project === project.id)
        .map(({ name, colour }) => ({ name, colour })),
      changed: Math.max(project.made.getTime(), changed.project.get(project.id) ?? 0),
    }))
    .sort((a, b) => b.changed - a.changed)
}

/** One project as its page shows it. Invitations are shown to those who may make them. */
export async function readProject(db: Db, membership: Membership) {
  const { project: id, role } = membership
  const project = db.select().from(projects).where(eq(projects.id, id)).get()!
  const changed = changedAt(db, [id])
  const rows = db.select().from(boards).where(eq(boards.project, id)).orderBy(asc(boards.made)).all()
  return {
    id: project.id,
    name: project.name,
    cover: project.cover,
    archived: project.archived !== null,
    role,
    abilities: abilities(role),
    boards: rows.map((board) => ({
      id: board.id,
      name: board.name,
      cover: board.cover,
      archived: board.archived !== null,
      changed: Math.max(board.made.getTime(), changed.board.get(board.id) ?? 0),
    })),
    members: facesIn(db, [id]).map(({ project: _, email, ...face }) => ({
      ...face,
      isGuest: isGuestEmail(email),
    })),
    invites: membership.can('member.invite') ? listInvites(db, id) : [],
  }
}

function facesIn(db: Db, ids: ProjectId[]) {
  return db
    .select({
      project: members.project,
      id: user.id,
      name: user.name,
      colour: user.colour,
      email: user.email,
      role: members.role,
    })
    .from(members)
    .innerJoin(user, eq(user.id, members.user))
    .where(inArray(members.project, ids))
    .orderBy(asc(members.joined))
    .all()
}

function countBoards(db: Db, ids: ProjectId[]): Map<ProjectId, number> {
  const rows = db
    .select({ project: boards.project, boards: count() })
    .from(boards)
    .where(and(inArray(boards.project, ids), isNull(boards.archived)))
    .groupBy(boards.project)
    .all()
  return new Map(rows.map((row) => [row.project, row.boards]))
}
