import { type MessageRecord } from './message.record.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Notify forgets a message after a week unless a service asks for more. */
const KEPT_DAYS = 7;

export type MessageStatus =
  | 'created'
  | 'sending'
  | 'delivered'
  | 'temporary-failure'
  | 'permanent-failure'
  | 'accepted'
  | 'received';

/** Letters are `accepted` until printed, then `received`; the others created, sending, outcome. */
export function messageStatusAt(message: MessageRecord, now: Date): MessageStatus {
  const isComplete = now.getTime() >= Date.parse(message.completedAt);
  if (message.kind === 'letter') return isComplete ? 'received' : 'accepted';
  if (isComplete) return message.outcome;
  return now.getTime() >= Date.parse(message.sentAt) ? 'sending' : 'created';
}

/** Whether the API still knows of the message. */
export function isFindable(message: MessageRecord, now: Date): boolean {
  const age = now.getTime() - Date.parse(message.createdAt);
  return !message.isSmokeTest && age < KEPT_DAYS * DAY_MS;
}
