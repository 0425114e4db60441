import { createHash } from 'node:crypto';

/** A UUID that follows from a name: the form of a step sent again is the same form. */
export function stableUuid(...name: string[]): string {
  const hex = digestOf(name);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** 26 small letters and digits, as the payment service numbers its payments. */
export function stablePaymentId(...name: string[]): string {
  return BigInt(`0x${digestOf(['payment', ...name])}`)
    .toString(36)
    .slice(0, 26)
    .padStart(26, '0');
}

/** So many digits, the first not 0. */
export function stableDigits(count: number, ...name: string[]): string {
  const digits = BigInt(`0x${digestOf(['digits', ...name])}`).toString();
  return `4${digits.slice(0, count - 1).padEnd(count - 1, '7')}`;
}

function digestOf(name: readonly string[]): string {
  return createHash('sha256').update(name.join('\n')).digest('hex');
}
