import type { LetterChannel } from '../letters/letter-kinds.rules.js';

/** What became of a message that the service took. `problem` is for people to read. */
export type Delivery =
  { is: 'on_its_way' } | { is: 'delivered' } | { is: 'failed'; problem: string };

const ON_ITS_WAY: Delivery = { is: 'on_its_way' };
const DELIVERED: Delivery = { is: 'delivered' };

/** Every status GOV.UK Notify documents for e-mails, text messages and letters. */
export const DELIVERIES: Readonly<Record<string, Delivery>> = {
  created: ON_ITS_WAY,
  sending: ON_ITS_WAY,
  pending: ON_ITS_WAY,
  'pending-virus-check': ON_ITS_WAY,
  // A letter is accepted until it is printed.
  accepted: ON_ITS_WAY,
  // A text message sent abroad: no network there says more.
  sent: DELIVERED,
  delivered: DELIVERED,
  received: DELIVERED,
  'permanent-failure': failed('The address or number does not exist.'),
  'temporary-failure': failed('The mailbox is full or the phone is off.'),
  'technical-failure': failed('The message service had a fault and did not send it.'),
  cancelled: failed('The letter was cancelled before it was printed.'),
  'virus-scan-failed': failed('The message service refused the letter’s file.'),
  'validation-failed': failed('The message service could not print the letter.'),
  'returned-letter': failed('The letter came back: nobody of that name lives at the address.'),
};

/** A status we do not know yet says nothing final. */
export function deliveryFor(status: string): Delivery {
  return DELIVERIES[status] ?? ON_ITS_WAY;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;

/** How long a message is followed; the service prints letters on working days only. */
const FOLLOW_DAYS: Readonly<Record<LetterChannel, number>> = { email: 3, text: 3, post: 7 };

/**
 * When to ask next what became of a message sent `sentAt`: the older it is, the longer the pause.
 * Null when it has been followed long enough.
 */
export function nextLookAt(channel: LetterChannel, sentAt: Date, now: Date): Date | null {
  const age = now.getTime() - sentAt.getTime();
  if (age >= FOLLOW_DAYS[channel] * DAY_MS) return null;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, age));
  return new Date(now.getTime() + pause);
}

/** Postal lines as the service takes them: 3 to 7, the last one the postcode. */
export function addressLines(recipient: string): string[] {
  const lines = recipient.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= 7) return lines;
  return [...lines.slice(0, 5), lines.slice(5, -1).join(', '), ...lines.slice(-1)];
}

function failed(problem: string): Delivery {
  return { is: 'failed', problem };
}
