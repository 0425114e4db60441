import type { Subscriptions } from './platform/outbox/outbox.js';

/** Which jobs each message wakes: the whole wiring between records, workflows and edges. */
export const subscriptions = {
  'vehicle-register.wished': ['ask-vehicle-register'],
  'application.received': ['read-payment', 'ask-vehicle-register'],
  'payment.noticed': ['read-payment'],
  'payment.capture-requested': ['capture-payment'],
  'payment.release-requested': ['release-payment'],
  'payment.refund-requested': ['refund-payment'],
  'payment.hold-ended': ['read-payment'],
  'payment-request.deadline-booked': ['lapse-payment-request'],
  'payment-try.begun': ['follow-payment-try'],
  'payment-try.wished': ['open-card-page'],
  'bulk-rejection.started': ['reject-in-bulk'],
  'letter.written': ['send-letter'],
  'letter.sent': ['follow-letter'],
  'reconciliation.asked': ['reconcile-payments'],
  'refund-exception.due': ['lapse-exception'],
  'second-look.due': ['lapse-second-look'],
  'evidence.paper-stored': ['scan-paper'],
  'evidence.reminder-booked': ['remind-of-evidence'],
  'evidence.deadline-booked': ['lapse-evidence-request'],
} as const satisfies Subscriptions;
