import { isLocalDate, type LocalDate } from '../shared/london-date.js';
import { PROVIDER_STATES, type ProviderState } from './payment-actions.rules.js';
import {
  GatewayUnavailable,
  LISTED_A_PAGE,
  type ListedPage,
  type ListedPayment,
  type ListWanted,
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

/** GOV.UK Pay's search for payments, `GET /v1/payments`, newest first. */
export function listPath({ from, to, page }: ListWanted): string {
  const query = new URLSearchParams({
    from_date: secondsOf(from),
    to_date: secondsOf(to),
    page: String(page),
    display_size: String(LISTED_A_PAGE),
  });
  return `/v1/payments?${query.toString()}`;
}

export function listedPage(body: unknown): ListedPage {
  const { total, results } = body as ListBody;
  if (typeof total !== 'number' || !Array.isArray(results)) {
    throw new GatewayUnavailable('The list of payments could not be read');
  }
  return { total, payments: results.map(listedPayment) };
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

function dayOf(text: string | undefined): LocalDate | null {
  return text !== undefined && isLocalDate(text) ? text : null;
}

/** Pay takes whole seconds. */
function secondsOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
