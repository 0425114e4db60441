import type { Subscriptions } from './platform/outbox/outbox.js';

/** Which jobs each message wakes: the whole wiring between records, workflows and edges. */
export const subscriptions = {
  'vehicle-register.wished': ['ask-vehicle-register'],
  'application.received': ['read-payment', 'ask-vehicle-register'],
  'payment.noticed': ['read-payment'],
  'payment.capture-requested': ['capture-payment'],
  'payment.release-requested': ['release-payment'],
  'payment.refund-requested': ['refund-payment'],
  'letter.written': ['send-letter'],
  'letter.sent': ['follow-letter'],
  'bulk-rejection.started': ['reject-in-bulk'],
  'second-look.due': ['lapse-second-look'],
  'evidence.paper-stored': ['scan-paper'],
  'evidence.reminder-booked': ['remind-of-evidence'],
  'evidence.deadline-booked': ['lapse-evidence-request'],
} as const satisfies Subscriptions;
