import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refused } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { SignInPage } from '#app/people/SignInPage.tsx'
import { safePath } from '#app/people/safePath.ts'
import { textOf } from '#app/people/textOf.ts'

export const meta: MetaFunction = ({ matches }) => titleIn(matches, (t) => t('people:signInPage.title'))

export function loader({ request, context }: LoaderFunctionArgs) {
  // Guests may sign in: they then have their account, and what they were let into.
  if (context.person && !context.person.isGuest) throw redirect(wanted(request))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    const { headers } = await context.door.signIn({
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
    })
    return redirect(wanted(request), { headers })
  } catch (thrown) {
    return refused(context, thrown)
  }
}

export default function SignIn() {
  return <SignInPage failure={useActionData<typeof action>()?.failure ?? null} />
}

const wanted = (request: Request) => safePath(new URL(request.url).searchParams.get('to'))
