import { afterEach, vi } from 'vitest'

// An unexpected console error is a failure that nobody was told about.
const complaints: string[] = []
vi.spyOn(console, 'error').mockImplementation((...words) => {
  complaints.push(words.map(String).join(' '))
})

afterEach(() => {
  const said = complaints.splice(0)
  if (said.length) throw new Error(`console.error was called:\n${said.join('\n')}`)
})
