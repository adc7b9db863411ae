import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '#server/router.ts'

/** What a page asks of the server, all in one http request a tick. Of the server only types come into the browser. */
export const api = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/trpc' })] })
