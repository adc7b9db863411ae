import { UserId } from '#db/ids.ts'
import type { Auth } from './auth.ts'
import { isGuestEmail } from './guests.ts'
import type { Person } from './person.ts'

export type People = {
  auth: Auth
  /** Who sends these headers; null for somebody who is not signed in. */
  personOf(headers: Headers): Promise<Person | null>
  /** The next request of this person reads them anew. */
  forget(user: UserId): void
}

/** How long a session that was read is believed, milliseconds: a page asks for twenty things at once. */
const believed = 10_000
const kept = 5_000

export function openPeople(auth: Auth): People {
  const read = new Map<string, { person: Person | null; until: number }>()
  return {
    auth,
    async personOf(headers) {
      const cookie = sessionCookie(headers)
      if (cookie === null) return null
      const known = read.get(cookie)
      if (known && known.until > Date.now()) return known.person
      const person = await readPerson(auth, headers)
      read.delete(cookie)
      read.set(cookie, { person, until: Date.now() + believed })
      if (read.size > kept) read.delete(read.keys().next().value as string)
      return person
    },
    forget(user) {
      for (const [cookie, { person }] of read) if (person?.id === user) read.delete(cookie)
    },
  }
}

async function readPerson(auth: Auth, headers: Headers): Promise<Person | null> {
  const found = await auth.api.getSession({ headers })
  return found ? toPerson(found.user) : null
}

type UserRow = { id: string; name: string; email: string; colour?: string | null | undefined }

export function toPerson({ id, name, email, colour }: UserRow): Person {
  const isGuest = isGuestEmail(email)
  return { id: UserId.parse(id), name, colour: colour ?? '#2b62c9', email: isGuest ? null : email, isGuest }
}

function sessionCookie(headers: Headers): string | null {
  return /(?:^|;\s*)konte\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? null
}
