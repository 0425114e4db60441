/** A place in an address, 1 to 9999; anything else is 0, which no paper and no page has. */
export function readWholeNumber(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}
