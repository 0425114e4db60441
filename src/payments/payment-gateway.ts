import type { ProviderState } from './payment-actions.rules.js';

/** A payment as the provider describes it at this moment. Amounts in pence. */
export interface ProviderPayment {
  id: string;
  state: ProviderState;
  amountPence: number;
  createdAt: Date;
  /** Held until somebody captures or cancels it, rather than taken at once. */
  isDelayedCapture: boolean;
  refundablePence: number;
  refunds: readonly ProviderRefund[];
}

export interface ProviderRefund {
  id: string;
  amountPence: number;
  status: 'submitted' | 'success' | 'error';
}

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

/**
 * The payment service. Every method may throw {@link GatewayUnavailable}.
 * Called from jobs only, never inside a transaction.
 */
export abstract class PaymentGateway {
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
