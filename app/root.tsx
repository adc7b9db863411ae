import type { LoaderFunctionArgs } from '@remix-run/node'
import { json, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Toaster } from 'sonner'
import { AppearanceProvider, useAppearance } from './Appearance.tsx'
import { NonceContext } from './nonce.ts'
import { readAppearance } from './readAppearance.ts'
import { WrongPage } from './WrongPage.tsx'
import './ui/tokens.css'
import './ui/base.css'

export function loader({ request, context }: LoaderFunctionArgs) {
  const { language, theme } = readAppearance(request.headers)
  return json({ person: context.person, language, theme, requestId: context.requestId })
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <AppearanceProvider initial={{ language: data?.language ?? 'en', theme: data?.theme ?? 'system' }}>
      <Document>{children}</Document>
    </AppearanceProvider>
  )
}

function Document({ children }: { children: ReactNode }) {
  const { language, theme } = useAppearance()
  const { t } = useTranslation('ui')
  const nonce = useContext(NonceContext)
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toaster theme={theme} position="top-center" offset={56} containerAriaLabel={t('notices')} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export { WrongPage as ErrorBoundary }
