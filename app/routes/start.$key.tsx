import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { someColour } from '#app/people/colours.ts'
import { StartPage } from '#app/people/StartPage.tsx'
import { textOf } from '#app/people/textOf.ts'

export const meta: MetaFunction = ({ matches }) => titleIn(matches, (t) => t('people:start.title'))

export function loader({ context }: LoaderFunctionArgs) {
  const { person } = context
  return json({ name: person?.name ?? '', colour: person?.colour ?? someColour(Math.random()) })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const who = { name: textOf(form, 'name'), colour: textOf(form, 'colour') }
  try {
    const { headers, to } = await context.door.claim(params.key ?? '', who)
    return redirect(to, { headers })
  } catch (thrown) {
    return refused(context, thrown)
  }
}

export default function Start() {
  return (
    <StartPage
      known={useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>()?.failure ?? null}
    />
  )
}
