import { type Action, can, type Role } from '#db/access.ts'
import type { ProjectId, UserId } from '#db/ids.ts'
import { Failure } from '#server/errors.ts'

/** Somebody who is signed in, guest or not. */
export type Person = { id: UserId; name: string; colour: string; email: string | null; isGuest: boolean }

/** One person's place in a project: what they may do there. */
export class Membership {
  readonly project: ProjectId
  readonly user: UserId
  readonly role: Role

  constructor(project: ProjectId, user: UserId, role: Role) {
    this.project = project
    this.user = user
    this.role = role
  }

  can(action: Action): boolean {
    return can(this.role, action)
  }

  require(action: Action): void {
    requireAction(this.role, action)
  }
}

/** The one refusal of what a role may not do. */
export function requireAction(role: Role, action: Action): void {
  if (!can(role, action))
    throw new Failure('notAllowed', `As ${role} you may not do this. Ask the owner of the project.`)
}
