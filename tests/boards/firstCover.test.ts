import { expect, test } from 'vitest'
import { AssetHash, BoardId, ProjectId } from '#db/ids.ts'
import { openDb } from '#db/open.ts'
import { boards, projects } from '#db/tables.ts'
import { giveFirstCover } from '#server/boards/firstCover.ts'

const hash = (letter: string) => AssetHash.parse(letter.repeat(64))

test('the first picture becomes the cover of its board and project; later ones change nothing', () => {
  const db = openDb(':memory:')
  const [project, board, other] = [ProjectId.parse('p'), BoardId.parse('b'), BoardId.parse('o')]
  const made = new Date()
  db.insert(projects).values({ id: project, name: 'Film', made }).run()
  db.insert(boards)
    .values([
      { id: board, project, name: 'One', made },
      { id: other, project, name: 'Two', made },
    ])
    .run()
  giveFirstCover(db, board, hash('a'))
  giveFirstCover(db, board, hash('b'))
  giveFirstCover(db, other, hash('c'))
  giveFirstCover(db, BoardId.parse('gone'), hash('d'))
  expect(
    db
      .select({ cover: boards.cover })
      .from(boards)
      .all()
      .map(({ cover }) => cover),
  ).toEqual([hash('a'), hash('c')])
  expect(db.select({ cover: projects.cover }).from(projects).all()).toEqual([{ cover: hash('a') }])
})
