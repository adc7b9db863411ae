/** Why Konte does not start, in words for whoever starts it. The program prints them and ends with 1. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
