import { json } from '@remix-run/node'
import { WrongPage } from '#app/WrongPage.tsx'

/** Every address that no other page has. */
export function loader(): never {
  throw json({ failure: { kind: 'notFound', message: '' } }, { status: 404 })
}

export default function Nothing() {
  return null
}

export { WrongPage as ErrorBoundary }
