import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import {
  dayOf,
  listedPage,
  listedRefundsPage,
  listPath,
  refundListPath,
  toState,
} from './govuk-pay-list.js';
import { PayPace } from './pay-pace.js';
import {
  type GatewayAnswer,
  GatewayBusy,
  GatewayUnavailable,
  type ListedPage,
  type ListedRefundsPage,
  type ListWanted,
  PaymentGateway,
  type PaymentOrder,
  type ProviderPayment,
  type ProviderRefund,
} from './payment-gateway.js';

const PATIENCE_MS = 10_000;

interface PayAnswer {
  status: number;
  body: unknown;
}

interface PaymentBody {
  payment_id: string;
  amount: number;
  created_date: string;
  delayed_capture?: boolean;
  state: { status: string };
  refund_summary?: { amount_available?: number; amount_submitted?: number };
  settlement_summary?: {
    capture_submit_time?: string;
    captured_date?: string;
    settled_date?: string;
  };
  _links?: { next_url?: { href: string } | null };
}

interface RefundsBody {
  _embedded?: {
    refunds?: {
      refund_id: string;
      amount: number;
      status: ProviderRefund['status'];
      created_date?: string;
    }[];
  };
}

/**
 * GOV.UK Pay's public API: delayed capture, cancel, refunds.
 * Source: docs.payments.service.gov.uk (delayed capture; refunding payments; API reference).
 */
@Injectable()
export class GovukPayGateway extends PaymentGateway {
  constructor(
    private readonly settings: Settings,
    private readonly pace: PayPace,
  ) {
    super();
  }

  override async create(order: PaymentOrder): Promise<ProviderPayment> {
    const answer = await this.call('POST', '/v1/payments', {
      amount: order.amountPence,
      reference: order.reference,
      description: order.description,
      return_url: order.returnUrl,
      delayed_capture: true,
    });
    if (answer.status !== 201) {
      throw new GatewayUnavailable(`${answer.status} ${codeOf(answer.body)}`.trim());
    }
    return toProviderPayment(answer.body as PaymentBody, {});
  }

  override async findByReference(reference: string): Promise<string | null> {
    const path = `/v1/payments?reference=${encodeURIComponent(reference)}`;
    const found = expectOk(await this.call('GET', path)) as { results?: PaymentBody[] };
    return found.results?.[0]?.payment_id ?? null;
  }

  override async list(wanted: ListWanted): Promise<ListedPage> {
    return listedPage(expectOk(await this.call('GET', listPath(wanted))));
  }

  override async listRefunds(wanted: ListWanted): Promise<ListedRefundsPage> {
    return listedRefundsPage(expectOk(await this.call('GET', refundListPath(wanted))));
  }

  override async read(providerPaymentId: string): Promise<ProviderPayment | null> {
    const path = `/v1/payments/${encodeURIComponent(providerPaymentId)}`;
    const payment = await this.call('GET', path);
    if (payment.status === 404) return null;
    const body = expectOk(payment) as PaymentBody;
    const refunds = expectOk(await this.call('GET', `${path}/refunds`)) as RefundsBody;
    return toProviderPayment(body, refunds);
  }

  override capture(providerPaymentId: string): Promise<GatewayAnswer> {
    return this.send(`/v1/payments/${encodeURIComponent(providerPaymentId)}/capture`);
  }

  override cancel(providerPaymentId: string): Promise<GatewayAnswer> {
    return this.send(`/v1/payments/${encodeURIComponent(providerPaymentId)}/cancel`);
  }

  override refund(
    providerPaymentId: string,
    amountPence: number,
    expectedRefundablePence: number,
  ): Promise<GatewayAnswer> {
    return this.send(`/v1/payments/${encodeURIComponent(providerPaymentId)}/refunds`, {
      amount: amountPence,
      refund_amount_available: expectedRefundablePence,
    });
  }

  private async send(path: string, body?: object): Promise<GatewayAnswer> {
    const answer = await this.call('POST', path, body);
    if (answer.status < 300) return { answer: 'accepted', reference: refundIdOf(answer.body) };
    const because = `${answer.status} ${codeOf(answer.body)}`.trim();
    if (answer.status >= 500) throw new GatewayUnavailable(because);
    const hasMoved = answer.status === 409 || answer.status === 412 || isStateRefusal(answer.body);
    return { answer: hasMoved ? 'read_again' : 'refused', because };
  }

  private async call(method: 'GET' | 'POST', path: string, body?: object): Promise<PayAnswer> {
    if (method === 'POST') {
      const tooLong = await this.pace.turn();
      if (tooLong > 0) throw busy('The payment service asked us to wait', tooLong);
    }
    const answer = await this.exchange(method, path, body);
    if (answer.status === 429) {
      throw busy(`429 ${codeOf(answer.body)}`.trim(), this.pace.refused());
    }
    if (method === 'POST') this.pace.accepted();
    return answer;
  }

  private async exchange(method: 'GET' | 'POST', path: string, body?: object): Promise<PayAnswer> {
    try {
      const response = await fetch(`${this.settings.PAY_URL}${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          authorization: `Bearer ${this.settings.PAY_API_KEY}`,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null };
    } catch (error) {
      throw new GatewayUnavailable(`No answer from the payment service (${nameOf(error)})`);
    }
  }
}

function busy(because: string, inMs: number): GatewayBusy {
  return new GatewayBusy(because, new Date(Date.now() + inMs));
}

function expectOk(answer: PayAnswer): unknown {
  if (answer.status !== 200) {
    throw new GatewayUnavailable(`${answer.status} ${codeOf(answer.body)}`.trim());
  }
  return answer.body;
}

function toProviderPayment(body: PaymentBody, refunds: RefundsBody): ProviderPayment {
  const listed = (refunds._embedded?.refunds ?? []).filter(({ status }) => status !== 'error');
  const refunded = body.refund_summary?.amount_submitted ?? 0;
  return {
    id: body.payment_id,
    isWhole: listed.reduce((sum, { amount }) => sum + amount, 0) === refunded,
    state: toState(body.state.status),
    amountPence: body.amount,
    createdAt: new Date(body.created_date),
    capturedAt: toInstant(body.settlement_summary?.capture_submit_time),
    capturedOn: dayOf(body.settlement_summary?.captured_date),
    settledOn: dayOf(body.settlement_summary?.settled_date),
    isDelayedCapture: body.delayed_capture ?? false,
    refundablePence: body.refund_summary?.amount_available ?? 0,
    cardPageUrl: body._links?.next_url?.href ?? null,
    refunds: (refunds._embedded?.refunds ?? []).map((refund) => ({
      id: refund.refund_id,
      amountPence: refund.amount,
      status: refund.status,
      createdAt: toInstant(refund.created_date),
    })),
  };
}

function toInstant(text: string | undefined): Date | null {
  const instant = new Date(text ?? '');
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** P0501 cancel, P1003 capture, P0603 refund: the payment is not in a state that allows it. */
function isStateRefusal(body: unknown): boolean {
  return ['P0501', 'P1003', 'P0603'].includes(codeOf(body));
}

function codeOf(body: unknown): string {
  return body !== null && typeof body === 'object' && 'code' in body ? String(body.code) : '';
}

function refundIdOf(body: unknown): string | null {
  return body !== null && typeof body === 'object' && 'refund_id' in body
    ? String(body.refund_id)
    : null;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
