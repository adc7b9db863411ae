import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { asked } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { BoardSkeleton } from '#app/projects/BoardSkeleton.tsx'
import type { BoardId } from '#db/ids.ts'

// The canvas needs a browser, and is large: it comes after the page, and never to the server.
const BoardPage = lazy(() => import('#app/board/BoardPage.tsx').then((part) => ({ default: part.BoardPage })))

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleIn(matches, (t) => data?.board.name ?? t('projects:boards'))

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const board = params.board as BoardId // The procedure checks it.
  const got = await asked(context, request, context.api.boards.get({ board }))
  const { person, tldrawLicenseKey } = context
  if (!person) throw new Error('a board was given to nobody')
  return json({ board: got, person, tldrawLicenseKey })
}

export default function Board() {
  const { board, person, tldrawLicenseKey } = useLoaderData<typeof loader>()
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  const skeleton = <BoardSkeleton name={board.name} />
  if (!isMounted) return skeleton
  return (
    <Suspense fallback={skeleton}>
      <BoardPage key={board.id} board={board} person={person} licenseKey={tldrawLicenseKey} />
    </Suspense>
  )
}
