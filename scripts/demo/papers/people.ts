import type { PaperAddress } from './paper-spec.js';

/** Invented people who sign papers: landlords, solicitors, care staff. */
export const SIGNATORIES = [
  'Margaret Oakden',
  'Idris Pemberley',
  'Constance Whitlow',
  'Rohan Bhattal',
  'Eleanor Swithland',
  'Gerald Thripp',
  'Nadia Farrow',
  'Tobias Hartwell',
] as const;

/** Invented addresses for those who sign; the towns are real, the streets and postcodes are not. */
export const OFFICES = [
  '4 Wharfinger Row, Loughborough, LE99 1AA',
  '17 Tallow Street, Market Harborough, LE99 2BB',
  '9 Pinfold Court, Melton Mowbray, LE99 3CC',
  '22 Bellfounder Lane, Loughborough, LE99 4DD',
] as const;

export function addressLines(address: PaperAddress): string[] {
  return [...address.lines, address.postcode];
}

/** No more lines than there is room for: the first ones share one. */
export function addressIn(most: number, address: PaperAddress): string[] {
  const lines = addressLines(address);
  const shared = lines.length - most + 1;
  return shared > 1 ? [lines.slice(0, shared).join(', '), ...lines.slice(shared)] : lines;
}

export function onOneLine(address: PaperAddress): string {
  return addressLines(address).join(', ');
}
