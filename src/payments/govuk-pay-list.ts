import { isLocalDate, type LocalDate } from '../shared/london-date.js';
import { PROVIDER_STATES, type ProviderState } from './payment-actions.rules.js';
import {
  GatewayUnavailable,
  LISTED_A_PAGE,
  type ListedPage,
  type ListedPayment,
  type ListedRefundsPage,
  type ListWanted,
  type ProviderRefund,
} from './payment-gateway.js';

interface ListBody {
  total?: number;
  results?: {
    payment_id: string;
    reference: string;
    amount: number;
    state: { status: string };
    refund_summary?: { amount_submitted?: number };
    settlement_summary?: { captured_date?: string; settled_date?: string };
  }[];
}

interface RefundListBody {
  total?: number;
  results?: { refund_id: string; payment_id: string; status: string }[];
}

/** GOV.UK Pay's search for payments, `GET /v1/payments`, newest first. */
export function listPath(wanted: ListWanted): string {
  return `/v1/payments?${queryOf(wanted)}`;
}

/** Its search for refunds, `GET /v1/refunds`, by the day they were made. */
export function refundListPath(wanted: ListWanted): string {
  return `/v1/refunds?${queryOf(wanted)}`;
}

function queryOf({ from, to, page }: ListWanted): string {
  const query = new URLSearchParams({
    from_date: secondsOf(from),
    to_date: secondsOf(to),
    page: String(page),
    display_size: String(LISTED_A_PAGE),
  });
  return query.toString();
}

export function listedPage(body: unknown): ListedPage {
  const { total, results } = body as ListBody;
  if (typeof total !== 'number' || !Array.isArray(results)) {
    throw new GatewayUnavailable('The list of payments could not be read');
  }
  return { total, payments: results.map(listedPayment) };
}

export function listedRefundsPage(body: unknown): ListedRefundsPage {
  const { total, results } = body as RefundListBody;
  if (typeof total !== 'number' || !Array.isArray(results)) {
    throw new GatewayUnavailable('The list of refunds could not be read');
  }
  const refunds = results.map(({ refund_id, payment_id, status }) => ({
    ...{ id: refund_id, providerPaymentId: payment_id },
    status: toRefundStatus(status),
  }));
  return { total, refunds };
}

const REFUND_STATUSES = ['submitted', 'success', 'error'] as const;

/** @throws GatewayUnavailable for a state that Pay did not have when this was written */
function toRefundStatus(status: string): ProviderRefund['status'] {
  const known = REFUND_STATUSES.find((one) => one === status);
  if (!known) throw new GatewayUnavailable('The payment service names a state we do not know');
  return known;
}

function listedPayment(found: NonNullable<ListBody['results']>[number]): ListedPayment {
  return {
    id: found.payment_id,
    reference: found.reference,
    state: toState(found.state.status),
    amountPence: found.amount,
    refundedPence: found.refund_summary?.amount_submitted ?? 0,
    capturedOn: dayOf(found.settlement_summary?.captured_date),
    settledOn: dayOf(found.settlement_summary?.settled_date),
  };
}

/** @throws GatewayUnavailable for a state that Pay did not have when this was written */
export function toState(status: string): ProviderState {
  const state = PROVIDER_STATES.find((known) => known === status);
  if (!state) throw new GatewayUnavailable(`The payment service names a state we do not know`);
  return state;
}

/** Null for what is no day. */
export function dayOf(text: string | undefined): LocalDate | null {
  return text !== undefined && isLocalDate(text) ? text : null;
}

/** Pay takes whole seconds. */
function secondsOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
