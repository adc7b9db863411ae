/** What each role may do at a project and its boards. The one table: the door asks it, and the page is sent its row. */
const reviewer = ['board.view'] as const
const artist = [...reviewer, 'board.draw', 'take.request', 'take.choose'] as const
const director = [
  ...artist,
  'take.direct', // cancel or delete anybody's take
  'board.make',
  'member.invite',
] as const
const owner = [...director, 'project.rename', 'project.archive', 'member.remove', 'member.role'] as const

export const access = { owner, director, artist, reviewer } as const

export type Role = keyof typeof access
export type Action = (typeof owner)[number]
export const roles = Object.keys(access) as [Role, ...Role[]]

export function can(role: Role, action: Action): boolean {
  return (access[role] as readonly Action[]).includes(action)
}

/** The actions of a role, as they are sent to the page. */
export function abilities(role: Role): readonly Action[] {
  return access[role]
}
