import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refused } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { AccountPage } from '#app/people/AccountPage.tsx'
import { textOf } from '#app/people/textOf.ts'

export const meta: MetaFunction = ({ matches }) => titleIn(matches, (t) => t('people:account'))

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.person) throw redirect('/sign-in?to=/account')
  return json(context.person)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    return await act(context, form)
  } catch (thrown) {
    return refused(context, thrown)
  }
}

async function act({ api, door }: AppLoadContext, form: FormData) {
  switch (textOf(form, 'intent')) {
    case 'profile':
      await api.people.update({ name: textOf(form, 'name'), colour: textOf(form, 'colour') })
      break
    case 'email':
      await api.people.addEmail({ email: textOf(form, 'email'), password: textOf(form, 'password') })
      break
    case 'sign-out': {
      const { headers, to } = await door.signOut()
      return redirect(to, { headers })
    }
  }
  return json({ failure: null })
}

export default function Account() {
  return <AccountPage person={useLoaderData<typeof loader>()} />
}
