/** Guests have an address here, which no mail ever reaches, until they give their own. */
export const guestDomain = 'guests.invalid'

export const isGuestEmail = (email: string) => email.endsWith(`@${guestDomain}`)
