import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '#app/root.tsx'

/** Who is looking at the page; null when nobody is signed in, or when the page could not even be asked for. */
export function usePerson() {
  return useRouteLoaderData<typeof loader>('root')?.person ?? null
}
