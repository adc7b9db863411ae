import { useEffect, useState } from 'react'
import { keyWords } from './keyWords.ts'
import './overlays.css'

/** A shortcut as the person's keyboard has it: `Mod+Enter` is ⌘↵ on a Mac and Ctrl+Enter elsewhere. */
export function Kbd({ children }: { children: string }) {
  const [isMac, setMac] = useState(false)
  // After mount: the server does not know the keyboard, and both first pictures must be the same.
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.platform)), [])
  return <kbd className="ui-kbd">{keyWords(children, isMac)}</kbd>
}
