import type { LocalDate } from '../shared/london-date.js';
import type { ProviderState } from './payment-actions.rules.js';

/** A payment as the provider describes it at this moment. Amounts in pence. */
export interface ProviderPayment {
  id: string;
  state: ProviderState;
  amountPence: number;
  createdAt: Date;
  /** When the money was asked to be taken; null while it was not, or when the provider does not say. */
  capturedAt: Date | null;
  /** Held until somebody captures or cancels it, rather than taken at once. */
  isDelayedCapture: boolean;
  refundablePence: number;
  refunds: readonly ProviderRefund[];
  /** Where a resident finishes paying; null when there is nothing to finish. */
  cardPageUrl: string | null;
  /**
   * The list of refunds accounts for all that was refunded. It may lag behind the payment itself:
   * then what it lacks may be ours, and nothing may be sent.
   */
  isWhole: boolean;
  /** Days as the provider names them (UTC); null until then. */
  capturedOn: LocalDate | null;
  settledOn: LocalDate | null;
}

/** A payment to be made: held until somebody takes it. */
export interface PaymentOrder {
  amountPence: number;
  /** Ours, and of this payment alone. */
  reference: string;
  /** What the payer reads on the card page. */
  description: string;
  /** Where the card page leads back to. */
  returnUrl: string;
}

export interface ProviderRefund {
  id: string;
  amountPence: number;
  status: 'submitted' | 'success' | 'error';
  createdAt: Date | null;
}

/** A payment as the provider's list shows it; the list may lag behind the payment itself. */
export interface ListedPayment {
  id: string;
  reference: string;
  state: ProviderState;
  amountPence: number;
  /** Refunds that did not fail. */
  refundedPence: number;
  /** Days as the provider names them (UTC). */
  capturedOn: LocalDate | null;
  settledOn: LocalDate | null;
}

export interface ListedPage {
  payments: readonly ListedPayment[];
  /** How many payments of all pages there are. */
  total: number;
}

/** A refund as the provider's list shows it, whoever asked for it and however old its payment is. */
export interface ListedRefund {
  id: string;
  providerPaymentId: string;
  status: ProviderRefund['status'];
}

export interface ListedRefundsPage {
  refunds: readonly ListedRefund[];
  /** How many refunds of all pages there are. */
  total: number;
}

/** Payments or refunds created at `from` or later and before `to`; pages count from 1. */
export interface ListWanted {
  from: Date;
  to: Date;
  page: number;
}

/** The most that one page of either list holds; every page but the last is full. */
export const LISTED_A_PAGE = 500;

/**
 * What a request to move money came to.
 * `read_again`: the payment is not as we read it (409, 412 P0604, P0501): read before anything else.
 * `refused`: the provider will never accept this request (400, 404, 422): a person must look.
 */
export type GatewayAnswer =
  | { answer: 'accepted'; reference: string | null }
  | { answer: 'read_again'; because: string }
  | { answer: 'refused'; because: string };

/** The provider could not be asked, or did not answer; whether it acted is unknown. */
export class GatewayUnavailable extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'GatewayUnavailable';
  }
}

/** It wants fewer requests; this one was not acted upon. Nothing may be sent before `againAt`. */
export class GatewayBusy extends GatewayUnavailable {
  constructor(
    problem: string,
    readonly againAt: Date,
  ) {
    super(problem);
  }
}

/**
 * The payment service. Every method may throw {@link GatewayUnavailable}.
 * Called from jobs only, never inside a transaction.
 */
export abstract class PaymentGateway {
  /** Not safe to repeat: after a lost answer ask {@link findByReference} first. */
  abstract create(order: PaymentOrder): Promise<ProviderPayment>;
  /** The provider's id of the newest payment of this name; null when none is known (yet). */
  abstract findByReference(reference: string): Promise<string | null>;
  /** One page of the provider's list, newest payments first. */
  abstract list(wanted: ListWanted): Promise<ListedPage>;
  /** One page of the provider's list of refunds, newest first. */
  abstract listRefunds(wanted: ListWanted): Promise<ListedRefundsPage>;
  /** Null when the provider does not know the payment. */
  abstract read(providerPaymentId: string): Promise<ProviderPayment | null>;
  abstract capture(providerPaymentId: string): Promise<GatewayAnswer>;
  abstract cancel(providerPaymentId: string): Promise<GatewayAnswer>;
  /** @param expectedRefundablePence refused by the provider (P0604) when it no longer holds */
  abstract refund(
    providerPaymentId: string,
    amountPence: number,
    expectedRefundablePence: number,
  ): Promise<GatewayAnswer>;
}
