import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { anonymous } from 'better-auth/plugins/anonymous'
import { newId, UserId } from '#db/ids.ts'
import type { Db } from '#db/open.ts'
import { account, session, user, verification } from '#db/tables.ts'
import { guestDomain } from './guests.ts'
import { moveMemberships } from './members.ts'

export type Auth = ReturnType<typeof openAuth>

const day = 24 * 60 * 60

/**
 * Accounts and sessions. Only called from here, never mounted on a path: who comes in is decided by the door, and the
 * origin of every request by http.ts.
 */
export function openAuth({ db, secret }: { db: Db; secret: string }) {
  return betterAuth({
    database: drizzleAdapter(db, { provider: 'sqlite', schema: { user, session, account, verification } }),
    secret,
    // The host differs by who asks (localhost, a name on the LAN); nothing that we call builds a link from this.
    baseURL: 'http://konte.invalid',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: { expiresIn: 180 * day, updateAge: day },
    user: { additionalFields: { colour: { type: 'string', required: false, input: false } } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash(password),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    advanced: {
      cookiePrefix: 'konte',
      // Plain http on a LAN must work; door.ts adds Secure where the request came by https.
      useSecureCookies: false,
      database: { generateId: () => newId() },
    },
    plugins: [
      anonymous({
        emailDomainName: guestDomain,
        // What a guest drew names the guest: their row stays, their places go with them.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          moveMemberships(db, UserId.parse(anonymousUser.user.id), UserId.parse(newUser.user.id)),
      }),
    ],
  })
}
