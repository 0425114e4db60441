/** How money is given back when the card cannot be refunded. */
export const WAYS_TO_PAY = ['cheque', 'bank_transfer', 'cash', 'other'] as const;
export type WayToPay = (typeof WAYS_TO_PAY)[number];

export function isWayToPay(value: string): value is WayToPay {
  return WAYS_TO_PAY.some((way) => way === value);
}

/** For staff, who choose one. */
export const WAY_LABELS: Readonly<Record<WayToPay, string>> = {
  cheque: 'Cheque',
  bank_transfer: 'Bank transfer',
  cash: 'Cash',
  other: 'Another way',
};

/** For the resident, after "we paid it". */
export const WAY_WORDS: Readonly<Record<WayToPay, string>> = {
  cheque: 'by cheque',
  bank_transfer: 'by a transfer to your bank account',
  cash: 'in cash',
  other: 'in a way that we agreed with you',
};

const LONGEST_TOLD = 30;

/**
 * The reference as a letter may name it; null where it could be more than a reference: an account,
 * a sort code, a card or an address of e-mail goes into no letter (S14.1).
 */
export function tellableReference(reference: string): string | null {
  const plain = reference.trim();
  if (plain.length > LONGEST_TOLD || !/^[A-Za-z0-9 ./-]+$/.test(plain)) return null;
  if (/\b\d{2}[-\s/.]\d{2}[-\s/.]\d{2}\b/.test(plain)) return null;
  const digitsInARow = plain.replace(/(?<=\d)[\s./-]+(?=\d)/g, '').match(/\d+/g) ?? [];
  return digitsInARow.some((digits) => digits.length >= 8) ? null : plain;
}
