/** Why part of a paper is blacked out: what the check does not need (S13.4). */
export const REDACTION_REASONS = {
  money: 'Balances or payments',
  health: 'Health details',
  other_person: 'Somebody else’s details',
  numbers: 'Account or other numbers',
  other: 'Something else that the check does not need',
} as const;
export type RedactionReason = keyof typeof REDACTION_REASONS;
export const REDACTION_REASON_CODES = Object.keys(REDACTION_REASONS) as RedactionReason[];

export function isRedactionReason(code: string): code is RedactionReason {
  return Object.hasOwn(REDACTION_REASONS, code);
}
