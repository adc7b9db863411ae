import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invites } from '#db/tables.ts'
import { aServer, type Server, type Visitor } from '#tests/support/aServer.ts'

const mai = { name: 'Mai', colour: '#2b62c9' }

describe('the first start', () => {
  let server: Server
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())

  test('a wrong key, a nameless owner and a name of 10,000 characters are refused in words', async () => {
    const visitor = server.visit()
    expect(await visitor.door('claim', 'wrong', mai)).toMatchObject({
      status: 404,
      message: expect.stringContaining('This start link is not valid'),
    })
    expect(await visitor.door('claim', server.startKey, { ...mai, name: '   ' })).toMatchObject({
      status: 422,
      message: 'A name is needed.',
    })
    expect(await visitor.door('claim', server.startKey, { ...mai, name: 'x'.repeat(10_000) })).toMatchObject({
      status: 422,
      message: 'A name has at most 80 characters.',
    })
    expect(visitor.cookies.size).toBe(0)
  })

  test('the key makes one owner, in the demo film, in their language; once', async () => {
    const owner = server.visit()
    owner.cookies.set('konte-language', 'ja')
    const race = [owner, server.visit(), server.visit()]
    const entries = await Promise.all(race.map((each) => each.door('claim', server.startKey, mai)))
    expect(entries.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    const first = race[entries.findIndex(({ status }) => status === 200)]!
    const entry = entries.find(({ status }) => status === 200)!
    expect(entry.to).toMatch(/^\/projects\//)
    expect(entries.find(({ status }) => status === 404)!.message).toContain('used already')
    expect(await first.api.people.me.query()).toMatchObject({ ...mai, email: null, isGuest: true })
    const [project, ...more] = await first.api.projects.list.query()
    expect(more).toEqual([])
    expect(project).toMatchObject({ role: 'owner', boards: 1, people: [mai] })
    const cookie = first.cookie
    expect(cookie).toContain('konte.session_token=')
  })
})

describe('coming in', () => {
  let server: Server
  let owner: Visitor
  beforeAll(async () => {
    server = await aServer({ DEMO: '0' })
    owner = await server.owner()
  })
  afterAll(() => server.close())

  test('a guest follows a link, types a name and is in, with the role of the link', async () => {
    const { id: project } = await owner.api.projects.create.mutate({ name: 'Harbour' })
    const { url } = await owner.api.invites.make.mutate({ project, role: 'artist', days: 3 })
    expect(url).toMatch(new RegExp(`^${server.url.replace('localhost', '(localhost|127.0.0.1)')}/join/`))
    const key = url.split('/').at(-1)
    const guest = server.visit()
    const peeked = (await guest
      .fetch('/door', {
        method: 'POST',
        body: JSON.stringify({ verb: 'peekInvite', args: [key] }),
      })
      .then((answer) => answer.json())) as unknown
    expect(peeked).toEqual({ project: { id: project, name: 'Harbour' }, role: 'artist', by: 'Mai' })
    expect(await guest.door('join', key, { name: 'Ken', colour: '#c2410c' })).toMatchObject({
      status: 200,
      to: `/projects/${project}`,
    })
    const seen = await guest.api.projects.get.query({ project })
    expect(seen).toMatchObject({ role: 'artist', invites: [] })
    expect(seen.abilities).toContain('board.draw')
    // Again by the same link, under a better name: the same person.
    await guest.door('join', key, { name: 'Kenji', colour: '#c2410c' })
    const { members, invites } = await owner.api.projects.get.query({ project })
    expect(members.map(({ name, role }) => [name, role])).toEqual([
      ['Mai', 'owner'],
      ['Kenji', 'artist'],
    ])
    expect(invites).toMatchObject([{ role: 'artist', by: 'Mai', uses: 2 }])
  })

  test('a withdrawn, an expired and a made-up link say what they are', async () => {
    const { id: project } = await owner.api.projects.create.mutate({ name: 'Snow' })
    const withdrawn = await owner.api.invites.make.mutate({ project, role: 'artist', days: 3 })
    await owner.api.invites.revoke.mutate({ project, invite: withdrawn.id })
    const expired = await owner.api.invites.make.mutate({ project, role: 'artist', days: 1 })
    const { db } = server.house
    const join = (url: string) => server.visit().door('join', url.split('/').at(-1), mai)
    expect((await join(withdrawn.url)).message).toContain('was withdrawn')
    expect((await join('/join/AAAAAAAAAAAA')).message).toContain('is not valid')
    db.update(invites)
      .set({ expires: new Date(Date.now() - 1000) })
      .run()
    expect(await join(expired.url)).toMatchObject({
      status: 404,
      message: expect.stringContaining('has expired'),
    })
    expect((await owner.api.projects.get.query({ project })).members).toHaveLength(1)
  })

  test('only the hash of a key is kept', async () => {
    const { id: project } = await owner.api.projects.create.mutate({ name: 'Keys' })
    const { url } = await owner.api.invites.make.mutate({ project, role: 'reviewer', days: 3 })
    expect(JSON.stringify(server.house.db.select().from(invites).all())).not.toContain(url.split('/').at(-1))
  })

  test('an e-mail and a password bring them back from another computer', async () => {
    const { id: project } = await owner.api.projects.create.mutate({ name: 'Summer' })
    const guest = await owner.invite(project, 'director', 'Aya')
    const sign = { email: 'Aya@Example.com', password: 'a long enough one' }
    await expect(guest.api.people.addEmail.mutate({ ...sign, password: 'short' })).rejects.toThrow(
      'A password has at least 8 characters.',
    )
    expect(await guest.api.people.addEmail.mutate(sign)).toMatchObject({
      name: 'Aya',
      email: 'aya@example.com',
      isGuest: false,
    })
    const elsewhere = server.visit()
    expect(await elsewhere.door('signIn', { ...sign, password: 'not the one' })).toMatchObject({
      status: 401,
    })
    expect(await elsewhere.door('signIn', { ...sign, email: 'nobody@example.com' })).toMatchObject({
      status: 401,
    })
    expect(
      await elsewhere.door('signIn', { email: 'aya@example.com', password: sign.password }),
    ).toMatchObject({
      status: 200,
    })
    expect(await elsewhere.api.people.me.query()).toMatchObject({ name: 'Aya', isGuest: false })
    await elsewhere.door('signOut')
    expect(await elsewhere.api.people.me.query()).toBeNull()
    const other = await owner.invite(project, 'artist', 'Tom')
    await expect(other.api.people.addEmail.mutate(sign)).rejects.toThrow('is taken')
  })

  test('a guest who signs in with an account takes their places along', async () => {
    const { id: one } = await owner.api.projects.create.mutate({ name: 'One' })
    const { id: two } = await owner.api.projects.create.mutate({ name: 'Two' })
    const known = await owner.invite(one, 'director', 'Rin')
    const sign = { email: 'rin@example.com', password: 'a long enough one' }
    await known.api.people.addEmail.mutate(sign)
    const guest = await owner.invite(two, 'artist', 'Rin, at the café')
    expect(await guest.door('signIn', sign)).toMatchObject({ status: 200 })
    const places = await guest.api.projects.list.query()
    expect(places.map(({ name, role }) => [name, role]).sort()).toEqual([
      ['One', 'director'],
      ['Two', 'artist'],
    ])
  })

  test('a session cookie is not for scripts, works on plain http, and is Secure by https only', async () => {
    const { id: project } = await owner.api.projects.create.mutate({ name: 'Cookies' })
    const { url } = await owner.api.invites.make.mutate({ project, role: 'artist', days: 3 })
    const body = JSON.stringify({ verb: 'join', args: [url.split('/').at(-1), mai] })
    const answer = await fetch(`${server.url}/door`, { method: 'POST', body })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/)
  })
})

test('by https, and only then, the cookie is Secure', async () => {
  const server = await aServer({ TRUST_PROXY: '1', DEMO: '0' })
  const body = JSON.stringify({ verb: 'claim', args: [server.startKey, mai] })
  const headers = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'board.example',
    origin: 'https://board.example',
  }
  const answer = await fetch(`${server.url}/door`, { method: 'POST', body, headers })
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/)
  await server.close()
})

test('an address that keeps trying wrong keys has to wait', async () => {
  const server = await aServer({ DEMO: '0' })
  const visitor = server.visit()
  for (let i = 0; i < 20; i++) expect((await visitor.door('claim', `wrong ${i}`, mai)).status).toBe(404)
  expect(await visitor.door('claim', server.startKey, mai)).toMatchObject({
    status: 429,
    message: expect.stringMatching(/Try again in \d+ min/),
  })
  await server.close()
})
