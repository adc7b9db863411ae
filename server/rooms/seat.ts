import { type Action, can, type Role } from '#db/access.ts'
import { type Person, requireAction } from '#server/people/person.ts'
import type { Room } from './room.ts'

/** One member's seat at a room's table: code that acts for a person takes a seat, not ids. */
export class Seat {
  readonly room: Room
  readonly person: Person
  readonly role: Role

  constructor(room: Room, person: Person, role: Role) {
    this.room = room
    this.person = person
    this.role = role
  }

  can(action: Action): boolean {
    return can(this.role, action)
  }

  require(action: Action): void {
    requireAction(this.role, action)
  }
}
