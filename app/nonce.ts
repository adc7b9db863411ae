import { createContext } from 'react'

/** Lets the page's own inline scripts run where the server forbids all others. Known on the server only. */
export const NonceContext = createContext<string | undefined>(undefined)
