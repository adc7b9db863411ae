import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPanels } from '#db/board/drawing.ts'
import { type BoardId, type ProjectId, UserId } from '#db/ids.ts'
import { aServer, type Server, type Visitor } from '#tests/support/aServer.ts'
import { drawingOf } from '#tests/support/drawingOf.ts'

let server: Server
let owner: Visitor
beforeAll(async () => {
  server = await aServer({ DEMO: '0' })
  owner = await server.owner()
})
afterAll(() => server.close())

const make = (name: string): Promise<{ id: ProjectId; board: BoardId }> =>
  owner.api.projects.create.mutate({ name })

test('a new project has a board with one empty panel', async () => {
  const { id, board } = await make('  The Lighthouse ')
  expect(await owner.api.projects.get.query({ project: id })).toMatchObject({
    name: 'The Lighthouse',
    role: 'owner',
    archived: false,
    boards: [{ id: board, name: 'Storyboard' }],
    members: [{ name: 'Mai', role: 'owner', isGuest: true }],
  })
  expect(readPanels(await drawingOf(owner, board))).toMatchObject([{ prompt: '', duration: 48 }])
})

test('names are 1 to 80 characters, in words', async () => {
  await expect(owner.api.projects.create.mutate({ name: ' ' })).rejects.toThrow(/^A name is needed\.$/)
  await expect(owner.api.projects.create.mutate({ name: 'x'.repeat(10_000) })).rejects.toThrow(
    /^A name has at most 80 characters\.$/,
  )
})

test('a board is renamed, duplicated with its drawing, archived and brought back', async () => {
  const { id: project, board } = await make('Boards')
  await owner.api.boards.rename.mutate({ board, name: 'Act one' })
  const { id: copy } = await owner.api.boards.duplicate.mutate({ board })
  const panel = readPanels(await drawingOf(owner, board))[0]!
  expect(readPanels(await drawingOf(owner, copy))).toEqual([panel])
  await owner.api.boards.archive.mutate({ board })
  const { boards } = await owner.api.projects.get.query({ project })
  expect(boards.map(({ name, archived }) => [name, archived])).toEqual([
    ['Act one', true],
    ['Act one (copy)', false],
  ])
  const archived = await owner.api.boards.get.query({ board })
  expect(archived.abilities).toContain('board.view')
  expect(archived.abilities).not.toContain('board.draw')
  await owner.api.boards.restore.mutate({ board })
  expect((await owner.api.boards.get.query({ board })).abilities).toContain('board.draw')
})

test('a duplicated project is a project of one’s own with the same boards and nobody else in it', async () => {
  const { id: project } = await make('Original')
  await owner.api.projects.makeBoard.mutate({ project, name: 'Second' })
  const director = await owner.invite(project, 'director', 'Ken')
  director.cookies.set('konte-language', 'ja')
  const { id: copy } = await director.api.projects.duplicate.mutate({ project })
  const seen = await director.api.projects.get.query({ project: copy })
  expect(seen).toMatchObject({ name: 'Original のコピー', role: 'owner' })
  expect(seen.boards.map(({ name }) => name)).toEqual(['Storyboard', 'Second'])
  expect(seen.members.map(({ name }) => name)).toEqual(['Ken'])
  await expect(owner.api.projects.get.query({ project: copy })).rejects.toThrow('There is no such project')
})

test('what each role may not do, it is told in words, and nothing happens', async () => {
  const { id: project, board } = await make('Roles')
  const [director, artist, reviewer] = await Promise.all(
    (['director', 'artist', 'reviewer'] as const).map((role) => owner.invite(project, role, role)),
  )
  const no = (asked: Promise<unknown>) => expect(asked).rejects.toThrow(/^As \w+ you may not do this\./)
  await no(director!.api.projects.rename.mutate({ project, name: 'Mine' }))
  await no(director!.api.projects.archive.mutate({ project }))
  await no(artist!.api.boards.archive.mutate({ board }))
  await no(artist!.api.invites.make.mutate({ project, role: 'artist', days: 1 }))
  await no(reviewer!.api.projects.makeBoard.mutate({ project, name: 'Mine' }))
  const me = (await reviewer!.api.people.me.query())!
  await no(artist!.api.members.remove.mutate({ project, user: me.id }))
  await no(reviewer!.api.members.setRole.mutate({ project, user: me.id, role: 'owner' }))
  await expect(director!.api.invites.make.mutate({ project, role: 'owner', days: 1 })).rejects.toThrow(
    'Only an owner can invite another owner.',
  )
  expect(await owner.api.projects.get.query({ project })).toMatchObject({ name: 'Roles', archived: false })
})

test('a stranger learns nothing of a project or a board', async () => {
  const { id: project, board } = await make('Secret')
  const stranger = await owner.invite((await make('Open')).id, 'artist', 'Stranger')
  await expect(stranger.api.projects.get.query({ project })).rejects.toThrow('There is no such project')
  await expect(stranger.api.boards.get.query({ board })).rejects.toThrow('There is no such board')
  await expect(server.visit().api.boards.get.query({ board })).rejects.toThrow('Sign in')
  expect((await stranger.api.projects.list.query()).map(({ name }) => name)).toEqual(['Open'])
})

test('the last owner cannot leave or step down; another can', async () => {
  const { id: project } = await make('Owners')
  const me = (await owner.api.people.me.query())!
  const stay = 'A project needs an owner'
  await expect(owner.api.members.setRole.mutate({ project, user: me.id, role: 'artist' })).rejects.toThrow(
    stay,
  )
  await expect(owner.api.members.remove.mutate({ project, user: me.id })).rejects.toThrow(stay)
  const second = await owner.invite(project, 'artist', 'Second')
  const other = (await second.api.people.me.query())!
  await owner.api.members.setRole.mutate({ project, user: other.id, role: 'owner' })
  await owner.api.members.remove.mutate({ project, user: me.id })
  await expect(owner.api.projects.get.query({ project })).rejects.toThrow('There is no such project')
  await expect(second.api.members.remove.mutate({ project, user: UserId.parse('nobody') })).rejects.toThrow(
    'not a member',
  )
})

test('the project that was drawn in last comes first', async () => {
  const { id: older, board } = await make('Older')
  const { id: newer } = await make('Newer')
  const order = async () => (await owner.api.projects.list.query()).slice(0, 2).map(({ id }) => id)
  expect(await order()).toEqual([newer, older])
  await drawingOf(owner, board)
  await expect.poll(order).toEqual([older, newer])
})

test('a cover is a picture that is kept here', async () => {
  const { id: project } = await make('Cover')
  const cover = 'a'.repeat(64) as never
  await expect(owner.api.projects.setCover.mutate({ project, cover })).rejects.toThrow('not kept here')
  await owner.api.projects.setCover.mutate({ project, cover: null })
})
