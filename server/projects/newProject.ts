import { newId, ProjectId, type UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { projects } from '#db/tables.ts'
import { addMember } from '#server/people/members.ts'

/** An empty project; whoever makes it owns it. */
export function newProject(db: Db, name: string, owner: UserId): ProjectId {
  const id = ProjectId.parse(newId())
  db.transaction(() => {
    db.insert(projects).values({ id, name, made: new Date() }).run()
    addMember(db, id, owner, 'owner')
  })
  return id
}
