import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { asked, refused } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { someColour } from '#app/people/colours.ts'
import { JoinPage } from '#app/people/JoinPage.tsx'
import { textOf } from '#app/people/textOf.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleIn(matches, (t) => t('people:join.title', { project: data?.project.name ?? '' }))

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { project, role, by } = await asked(context, request, context.door.peekInvite(params.key ?? ''))
  return json({ project, role, by, colour: someColour(Math.random()) })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const who = { name: textOf(form, 'name'), colour: textOf(form, 'colour') }
  try {
    const { headers, to } = await context.door.join(params.key ?? '', who)
    return redirect(to, { headers })
  } catch (thrown) {
    return refused(context, thrown)
  }
}

export default function Join() {
  return (
    <JoinPage
      invite={useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>()?.failure ?? null}
    />
  )
}
