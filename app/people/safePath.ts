/** A path of this Konte to go on to; anything that could lead to another host is answered with the front page. */
export function safePath(to: string | null): string {
  // Browsers read `/\` as `//`, and drop tabs and line ends.
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to)) return '/'
  return to
}
