/** Characters that a name of a person, a project or a board may have; the server holds to it too. */
export const longestName = 80
