import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asked } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { ProjectsPage } from '#app/projects/ProjectsPage.tsx'
import { WelcomePage } from '#app/projects/WelcomePage.tsx'

export const meta: MetaFunction = ({ matches }) => titleIn(matches, (t) => t('projects:title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.person) return json(null)
  return json(await asked(context, request, context.api.projects.list()))
}

export default function Home() {
  const projects = useLoaderData<typeof loader>()
  return projects ? <ProjectsPage projects={projects} /> : <WelcomePage />
}
