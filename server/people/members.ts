import { and, eq } from 'drizzle-orm'
import type { Role } from '#db/access.ts'
import type { ProjectId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { boards, members } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'

/** Makes somebody a member; who is one already keeps the role they have. */
export function addMember(db: Db, project: ProjectId, user: UserId, role: Role): void {
  db.insert(members).values({ project, user, role, joined: new Date() }).onConflictDoNothing().run()
}

export async function removeMember(house: House, project: ProjectId, user: UserId): Promise<void> {
  leaveAnOwner(house.db, project, user)
  const gone = house.db.delete(members).where(isMember(project, user)).run()
  if (gone.changes === 0) throw new Failure('notFound', 'They are not a member of this project any more.')
  showOut(house, project, user)
  house.log.info('member.removed', { project, user })
}

export async function setRole(house: House, project: ProjectId, user: UserId, role: Role): Promise<void> {
  if (role !== 'owner') leaveAnOwner(house.db, project, user)
  const changed = house.db.update(members).set({ role }).where(isMember(project, user)).run()
  if (changed.changes === 0) throw new Failure('notFound', 'They are not a member of this project any more.')
  // Their pages come back at once, with the doors of the new role.
  showOut(house, project, user)
  house.log.info('member.role', { project, user, role })
}

/** A guest who signs in with an account takes their places along. */
export async function moveMemberships(db: Db, from: UserId, to: UserId): Promise<void> {
  const places = db.select().from(members).where(eq(members.user, from)).all()
  for (const { project, role } of places) addMember(db, project, to, role)
  db.delete(members).where(eq(members.user, from)).run()
}

function showOut({ db, rooms }: House, project: ProjectId, user: UserId): void {
  const rows = db.select({ id: boards.id }).from(boards).where(eq(boards.project, project)).all()
  rooms.dismiss({ user, boards: rows.map((board) => board.id) })
}

function leaveAnOwner(db: Db, project: ProjectId, user: UserId): void {
  const owners = db
    .select({ user: members.user })
    .from(members)
    .where(and(eq(members.project, project), eq(members.role, 'owner')))
    .all()
  if (owners.length === 1 && owners[0]?.user === user)
    throw new Failure('invalid', 'A project needs an owner: make somebody else owner first.')
}

const isMember = (project: ProjectId, user: UserId) =>
  and(eq(members.project, project), eq(members.user, user))
