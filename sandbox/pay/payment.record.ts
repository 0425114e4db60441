export type PaymentStatus =
  'created' | 'started' | 'submitted' | 'capturable' | 'success' | 'failed' | 'cancelled' | 'error';

export interface PaymentEvent {
  status: PaymentStatus;
  /** Pay's code for why a payment came to nothing: P0010 to P0050. */
  code?: PaymentEndCode;
  /** ISO instant. */
  at: string;
}

export type PaymentEndCode = 'P0010' | 'P0020' | 'P0030' | 'P0040' | 'P0050';

export interface RefundRecord {
  id: string;
  amount: number;
  createdAt: string;
  /** When the bank answers, and what. */
  settlesAt: string;
  outcome: 'success' | 'error';
  /** When it was taken from a payout to the bank account; only where the provider says so. */
  settledAt?: string;
}

export interface CardRecord {
  cardholderName: string;
  lastDigits: string;
  firstDigits: string;
  expiryDate: string;
  brand: string;
  type: 'credit' | 'debit';
}

/** A payment as kept. What passing time does to it is worked out when it is looked at. Pence, ISO instants. */
export interface PaymentRecord {
  /** 26 lower-case letters and digits. */
  id: string;
  amount: number;
  reference: string;
  description: string;
  returnUrl: string;
  delayedCapture: boolean;
  language: 'en' | 'cy';
  email?: string;
  metadata?: Record<string, string | number | boolean>;
  createdAt: string;
  /** The secret part of the address of the resident's card page. */
  cardPageToken: string;
  events: PaymentEvent[];
  card?: CardRecord;
  captureSubmittedAt?: string;
  capturedAt?: string;
  /** When the payment reached the bank account; only where the provider says so (Stripe). */
  settledAt?: string;
  /** How long that takes after the capture, in milliseconds; left out where nothing is said of it. */
  settleAfterMs?: number;
  /** What the provider keeps of a captured payment; left out where nothing is said of it. */
  feePence?: number;
  refunds: RefundRecord[];
}
