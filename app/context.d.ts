import type { Log } from '#server/log.ts'
import type { Door } from '#server/people/door.ts'
import type { Person } from '#server/people/person.ts'
import type { Api } from '#server/router.ts'

declare module '@remix-run/node' {
  /** What the server hands to loaders and actions; the pages import nothing of it but these types. */
  interface AppLoadContext {
    /** Who asks; null for somebody who is not signed in. */
    person: Person | null
    /** The procedures of the server, called as this person. Expected refusals are TRPCErrors whose cause is a Failure. */
    api: Api
    /** The verbs by which somebody comes in or goes. They answer cookies to set and a page to go to, or throw a Failure. */
    door: Door
    /** Goes on every inline script: the content policy lets no other run. */
    nonce: string
    tldrawLicenseKey: string
    /** What a person quotes when something broke. */
    requestId: string
    /** Its lines carry the number of this request. */
    log: Log
  }
}
