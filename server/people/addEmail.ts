import { hash } from '@node-rs/argon2'
import { and, eq, ne } from 'drizzle-orm'
import { newId } from '#db/ids.ts'
import { account, user } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import type { House } from '#server/house.ts'
import type { Person } from './person.ts'

/** Gives a guest (or changes a person's) e-mail and password, so that they can come back from another computer. */
export async function addEmail(
  { db, people, log }: House,
  person: Person,
  { email, password }: { email: string; password: string },
): Promise<Person> {
  const secret = await hash(password)
  db.transaction((at) => {
    const taken = at
      .select()
      .from(user)
      .where(and(eq(user.email, email), ne(user.id, person.id)))
      .get()
    if (taken) throw new Failure('invalid', 'This e-mail address is taken. If it is yours, sign in with it.')
    const now = new Date()
    at.update(user).set({ email, isAnonymous: false, updatedAt: now }).where(eq(user.id, person.id)).run()
    at.delete(account)
      .where(and(eq(account.userId, person.id), eq(account.providerId, 'credential')))
      .run()
    at.insert(account)
      .values({
        id: newId(),
        accountId: person.id,
        providerId: 'credential',
        userId: person.id,
        password: secret,
        createdAt: now,
        updatedAt: now,
      })
      .run()
  })
  people.forget(person.id)
  log.info('person.email', { user: person.id })
  return { ...person, email, isGuest: false }
}
