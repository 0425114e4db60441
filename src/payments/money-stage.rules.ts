import type { PaymentFacts } from '../ledger/payment-facts.rules.js';
import type { ProviderState } from './payment-actions.rules.js';

/** Where the money is, as the ledger asks it. */
export const MONEY_STAGE: Readonly<Record<ProviderState, PaymentFacts['stage']>> = {
  created: 'under_way',
  started: 'under_way',
  submitted: 'under_way',
  capturable: 'held',
  success: 'taken',
  failed: 'ended',
  cancelled: 'ended',
  error: 'ended',
};
