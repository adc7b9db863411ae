import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { user } from '#db/tables.ts'
import { Colour, check, Name } from '#server/check.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import { makeDemo } from '#server/projects/demo.ts'
import type { Language } from '#server/trpc.ts'
import { countUse, type Greeting, readInvite } from './invite.ts'
import { addMember } from './members.ts'
import { toPerson } from './people.ts'
import type { Person } from './person.ts'
import { isClaimed, makeOwner, returnStartKey, spendStartKey } from './startKey.ts'
import type { Tries } from './tries.ts'

/** The verbs by which somebody comes in or goes: they answer with cookies to set and the page to go to. */
export type Door = {
  claim(key: string, who: Who): Promise<Entry>
  join(key: string, who: Who): Promise<Entry>
  peekInvite(key: string): Promise<Greeting>
  signIn(who: { email: string; password: string }): Promise<Entry>
  signOut(): Promise<Entry>
}
export type Who = { name: string; colour: string }
export type Entry = { headers: Headers; to: string }

export type Knock = {
  house: House
  tries: Tries
  headers: Headers
  person: Person | null
  language: Language
  /** Who asks, for counting wrong tries. */
  address: string
  isHttps: boolean
}

const WhoSchema = z.object({ name: Name, colour: Colour })

/** The door as it stands before one request. */
export function openDoor(knock: Knock): Door {
  const { house, tries, address } = knock
  return {
    claim: (key, who) => tries.at(address, () => claim(knock, key, who)),
    join: (key, who) => tries.at(address, () => join(knock, key, who)),
    peekInvite: (key) =>
      tries.at(address, async () => {
        const { project, role, by } = readInvite(house.db, key)
        return { project, role, by }
      }),
    signIn: (who) => tries.at(address, () => signIn(knock, who)),
    signOut: () => signOut(knock),
  }
}

async function claim(knock: Knock, key: string, who: Who): Promise<Entry> {
  const { house, language } = knock
  const wanted = check(WhoSchema, who)
  const isFirst = !isClaimed(house.db)
  spendStartKey(house.db, key)
  try {
    const { person, headers } = await enter(knock, wanted)
    makeOwner(house.db, key, person.id)
    house.log.info('start.claimed', { user: person.id })
    const demo = isFirst && house.env.DEMO ? await makeDemo(house, person, language) : null
    return { headers, to: demo ? `/projects/${demo}` : '/' }
  } catch (error) {
    returnStartKey(house.db, key)
    throw error
  }
}

async function join(knock: Knock, key: string, who: Who): Promise<Entry> {
  const { house } = knock
  const invite = readInvite(house.db, key)
  const { person, headers } = await enter(knock, check(WhoSchema, who))
  addMember(house.db, invite.project.id, person.id, invite.role)
  countUse(house.db, invite.id)
  house.log.info('member.joined', { project: invite.project.id, user: person.id, role: invite.role })
  return { headers, to: `/projects/${invite.project.id}` }
}

/** The person who knocks, under the name they give now; a stranger becomes a guest. */
async function enter(knock: Knock, who: Who): Promise<{ person: Person; headers: Headers }> {
  const { house, person: known } = knock
  const guest = known
    ? null
    : await house.people.auth.api.signInAnonymous({ headers: knock.headers, returnHeaders: true })
  const id = known?.id ?? toPerson(guest!.response.user as never).id
  house.db
    .update(user)
    .set({ name: who.name, colour: who.colour, updatedAt: new Date() })
    .where(eq(user.id, id))
    .run()
  house.people.forget(id)
  const row = house.db.select().from(user).where(eq(user.id, id)).get()
  return { person: toPerson(row!), headers: cookiesOf(guest?.headers ?? new Headers(), knock) }
}

async function signIn(
  knock: Knock,
  { email, password }: { email: string; password: string },
): Promise<Entry> {
  const body = check(SignIn, { email, password })
  try {
    const { headers } = await knock.house.people.auth.api.signInEmail({
      body,
      headers: knock.headers,
      returnHeaders: true,
    })
    return { headers: cookiesOf(headers, knock), to: '/' }
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new Failure('signIn', 'This e-mail and password do not belong together.', { cause: error })
  }
}
const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(200, 'This e-mail address is too long.'),
  password: z.string().max(200, 'A password has at most 200 characters.'),
})

async function signOut(knock: Knock): Promise<Entry> {
  const { people } = knock.house
  const { headers } = await people.auth.api.signOut({ headers: knock.headers, returnHeaders: true })
  if (knock.person) people.forget(knock.person.id)
  return { headers: cookiesOf(headers, knock), to: '/' }
}

/** better-auth's refusals carry an http status below 500. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
}

function cookiesOf(from: Headers, { isHttps }: Knock): Headers {
  const headers = new Headers()
  for (const cookie of from.getSetCookie())
    headers.append('set-cookie', isHttps ? `${cookie}; Secure` : cookie)
  return headers
}
