import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Role } from '#db/access.ts'
import { newId, type ProjectId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { invites, projects, user } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import { hashKey, newKey } from './key.ts'
import type { Membership } from './person.ts'

const day = 24 * 60 * 60 * 1000

export type Invite = { id: string; role: Role; by: string; made: number; expires: number; uses: number }

/** A link by which anybody who has it becomes a member. The key is shown now and never again. */
export function makeInvite(
  db: Db,
  membership: Membership,
  role: Role,
  days: number,
): { id: string; key: string } {
  if (role === 'owner' && membership.role !== 'owner')
    throw new Failure('notAllowed', 'Only an owner can invite another owner.')
  const { key, hash } = newKey()
  const id = newId()
  const made = new Date()
  const expires = new Date(made.getTime() + days * day)
  const { project, user: by } = membership
  db.insert(invites).values({ id, hash, project, role, by, made, expires }).run()
  return { id, key }
}

export function revokeInvite(db: Db, project: ProjectId, invite: string): void {
  const revoked = db
    .update(invites)
    .set({ revoked: new Date() })
    .where(and(eq(invites.project, project), eq(invites.id, invite)))
    .run()
  if (revoked.changes === 0) throw new Failure('notFound', 'There is no such invitation in this project.')
}

/** Invitations that still open the door, newest first. */
export function listInvites(db: Db, project: ProjectId): Invite[] {
  return db
    .select({ invite: invites, by: user.name })
    .from(invites)
    .leftJoin(user, eq(user.id, invites.by))
    .where(and(eq(invites.project, project), isNull(invites.revoked)))
    .orderBy(desc(invites.made))
    .all()
    .filter(({ invite }) => invite.expires.getTime() > Date.now())
    .map(({ invite, by }) => ({
      id: invite.id,
      role: invite.role,
      by: by ?? '',
      made: invite.made.getTime(),
      expires: invite.expires.getTime(),
      uses: invite.uses,
    }))
}

export type Greeting = { project: { id: ProjectId; name: string }; role: Role; by: string }

/** What a link opens, or why it does not. */
export function readInvite(db: Db, key: string): Greeting & { id: string } {
  const found = db
    .select({ invite: invites, project: projects, by: user.name })
    .from(invites)
    .innerJoin(projects, eq(projects.id, invites.project))
    .leftJoin(user, eq(user.id, invites.by))
    .where(eq(invites.hash, hashKey(key)))
    .get()
  const ask = 'Ask whoever sent it for a new one.'
  if (!found) throw new Failure('notFound', `This invitation link is not valid. ${ask}`)
  const { invite, project, by } = found
  if (invite.revoked) throw new Failure('notFound', `This invitation was withdrawn. ${ask}`)
  if (invite.expires.getTime() <= Date.now())
    throw new Failure('notFound', `This invitation has expired. ${ask}`)
  return { id: invite.id, project: { id: project.id, name: project.name }, role: invite.role, by: by ?? '' }
}

export function countUse(db: Db, invite: string): void {
  db.update(invites)
    .set({ uses: sql`${invites.uses} + 1` })
    .where(eq(invites.id, invite))
    .run()
}
