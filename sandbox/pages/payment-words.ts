import { type PaymentRecord } from '../pay/payment.record.js';
import { holdEndsAt, latestEvent, refundedPence, refundStatusAt } from '../pay/payment-progress.js';
import { dayAndTime, pounds } from './words.js';

export interface StateWords {
  words: string;
  colour: 'blue' | 'green' | 'grey' | 'purple' | 'red' | 'yellow';
}

/** What has become of the money, in words. */
export function paymentWords(payment: PaymentRecord, now: Date): StateWords {
  const { status, code } = latestEvent(payment, now);
  switch (status) {
    case 'created':
    case 'started':
    case 'submitted':
      return { words: 'Waiting for the card', colour: 'grey' };
    case 'capturable':
      return { words: `Held until ${dayAndTime(holdEndsAt(payment))}`, colour: 'blue' };
    case 'success':
      return capturedWords(payment, now);
    case 'cancelled':
      return { words: payment.card ? 'Hold cancelled' : 'Cancelled', colour: 'purple' };
    case 'failed':
      return { words: failedWords(payment, code), colour: 'red' };
    case 'error':
      return { words: 'Failed at the card company', colour: 'red' };
  }
}

function failedWords(payment: PaymentRecord, code: string | undefined): string {
  if (code === 'P0020') return payment.card ? 'Hold lapsed' : 'Never completed';
  return code === 'P0030' ? 'Given up by the resident' : 'Card declined';
}

function capturedWords(payment: PaymentRecord, now: Date): StateWords {
  const statuses = payment.refunds.map((refund) => refundStatusAt(refund, now));
  if (statuses.includes('submitted')) return { words: 'Refund on its way', colour: 'yellow' };
  const refunded = refundedPence(payment, now);
  if (refunded >= payment.amount) return { words: 'Refunded', colour: 'purple' };
  if (refunded > 0) return { words: `${pounds(refunded)} refunded`, colour: 'purple' };
  if (statuses.includes('error')) return { words: 'Captured, refund failed', colour: 'red' };
  return { words: 'Captured', colour: 'green' };
}
