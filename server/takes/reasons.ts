/** Why a take failed, in words. The page knows these sentences and shows them in the reader's language. */
export const reasons = {
  died: 'The painter stopped in the middle of this take, more than once. Ask for it again, perhaps with fewer lines.',
  tooLong: 'This take took too long and was stopped. Ask for it again, perhaps with fewer lines.',
  broke: 'Something broke while this take was made. It is in the server’s log under this take’s number.',
  lostDrawing: 'The drawing that was captured for this take is not there any more. Ask for it again.',
} as const
