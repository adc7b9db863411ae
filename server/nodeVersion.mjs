// Plain JavaScript of the old kind: it has to run on a Node that is too old, to say so.

/** Ends the program, with one sentence, on a Node that cannot run Konte. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  console.error(
    `Konte needs Node 22.18 or newer; this is ${process.version}. Install Node 24 from https://nodejs.org.`,
  )
  process.exit(1)
}
