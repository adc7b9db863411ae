import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asked } from '#app/asked.ts'
import { titleIn } from '#app/pageTitle.ts'
import { ProjectPage } from '#app/projects/ProjectPage.tsx'
import type { ProjectId } from '#db/ids.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleIn(matches, (t) => data?.name ?? t('projects:title'))

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const project = params.project as ProjectId // The procedure checks it.
  return json(await asked(context, request, context.api.projects.get({ project })))
}

export default function Project() {
  return <ProjectPage project={useLoaderData<typeof loader>()} />
}
