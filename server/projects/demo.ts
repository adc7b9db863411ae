import type { ProjectId } from '#db/ids.ts'
import type { House } from '#server/house.ts'
import type { Person } from '#server/people/person.ts'
import type { Language } from '#server/trpc.ts'
import { filmDrawing } from './film/index.ts'
import { newBoard } from './newBoard.ts'
import { newProject } from './newProject.ts'

/** The demo film as a project of its own, in the language its owner reads. */
export async function makeDemo(house: House, owner: Person, language: Language): Promise<ProjectId> {
  const { project, board, update } = filmDrawing(language, owner.id)
  const id = newProject(house.db, project, owner.id)
  await newBoard(house, id, board, update)
  house.log.info('demo.made', { project: id })
  return id
}
