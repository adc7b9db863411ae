import { useTranslation } from 'react-i18next'
import { Face } from '#app/ui/index.ts'

const most = 5

/** Who is in a project, the first few of them. */
export function Faces({ people }: { people: { name: string; colour: string }[] }) {
  const { t } = useTranslation('projects')
  const names = people.map(({ name }) => name).join(', ')
  const more = people.length - most
  return (
    <span className="projects-faces" role="img" aria-label={t('faces', { names })} title={names}>
      {people.slice(0, most).map(({ name, colour }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name and one colour
        <Face key={at} name={name} colour={colour} size={22} decorative />
      ))}
      {more > 0 && <span>+{more}</span>}
    </span>
  )
}
