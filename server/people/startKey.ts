import { and, eq, isNull } from 'drizzle-orm'
import type { UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { projects, startKeys } from '#db/tables.ts'
import { Failure } from '#server/errors.ts'
import { hashKey, newKey } from './key.ts'
import { addMember } from './members.ts'

/** Whether anybody owns this Konte. */
export function isClaimed(db: Db): boolean {
  return db
    .select()
    .from(startKeys)
    .all()
    .some((key) => key.used !== null)
}

/** A key that makes its bearer the owner. Keys that were printed before and not used are void. */
export function makeStartKey(db: Db): string {
  const { key, hash } = newKey()
  db.transaction((at) => {
    at.delete(startKeys).where(isNull(startKeys.used)).run()
    at.insert(startKeys).values({ hash, made: new Date() }).run()
  })
  return key
}

/** Throws unless the key is good; a key is good once. */
export function spendStartKey(db: Db, key: string): void {
  const hash = hashKey(key)
  const spent = db
    .update(startKeys)
    .set({ used: new Date() })
    .where(and(eq(startKeys.hash, hash), isNull(startKeys.used)))
    .run()
  if (spent.changes === 1) return
  const known = db.select().from(startKeys).where(eq(startKeys.hash, hash)).get()
  throw known
    ? new Failure('notFound', 'This start link was used already. Its owner can invite you.')
    : new Failure(
        'notFound',
        'This start link is not valid. Take the newest one that Konte printed when it started.',
      )
}

/** The key is good again: whoever spent it could not be let in. */
export function returnStartKey(db: Db, key: string): void {
  db.update(startKeys)
    .set({ used: null })
    .where(eq(startKeys.hash, hashKey(key)))
    .run()
}

/** The bearer owns every project that there is. */
export function makeOwner(db: Db, key: string, owner: UserId): void {
  db.update(startKeys)
    .set({ usedBy: owner })
    .where(eq(startKeys.hash, hashKey(key)))
    .run()
  for (const { id } of db.select({ id: projects.id }).from(projects).all()) addMember(db, id, owner, 'owner')
}
