import { type Exchange, type Handler, type Reply } from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { SANDBOX_PAY_PATH } from '../pay-settings.js';
import { html } from '../pages/html.js';
import { pageReply } from '../pages/layout.js';
import { missingPage } from '../pages/page.routes.js';
import { pounds } from '../pages/words.js';
import { confirmPayment, withEvent } from './payment-changes.js';
import { statusAt } from './payment-progress.js';
import { type PaymentRecord } from './payment.record.js';

/** The page on which the resident pays: a payment's `next_url`. No card is asked for. */
export function cardPageRoutes(): Route[] {
  return [
    route('GET', `${SANDBOX_PAY_PATH}/secure/:token`, 'card-page', showCardPage),
    route('POST', `${SANDBOX_PAY_PATH}/secure`, 'card-page', openByForm),
    route('POST', `${SANDBOX_PAY_PATH}/secure/:token`, 'card-page', answerCardPage),
  ];
}

function route(
  method: Route['method'],
  pattern: string,
  operation: string,
  handler: Handler,
): Route {
  return { method, pattern, service: 'page', operation, handler };
}

function showCardPage(exchange: Exchange): Reply {
  const payment = paymentOf(exchange);
  if (!payment) return missingPage();
  const status = statusAt(payment, exchange.now);
  if (!isOpen(payment, exchange.now)) return finishedPage(payment);
  if (status === 'created') {
    const at = exchange.now.toISOString();
    exchange.state.payments.put(withEvent(payment, { status: 'started', at }));
  }
  const content = html`<h1>Pay ${pounds(payment.amount)}</h1>
    <p>${payment.description}</p>
    <p>This page stands in for the card page of GOV.UK Pay. Choose what the card shall do.</p>
    <form
      method="post"
      action="${SANDBOX_PAY_PATH}/secure/${payment.cardPageToken}"
      class="card-page"
    >
      <div class="buttons">
        <button type="submit" name="outcome" value="pay">Pay with a good card</button>
        <button type="submit" name="outcome" value="decline" class="second">
          Use a card that is declined
        </button>
        <button type="submit" name="outcome" value="cancel" class="second">Cancel payment</button>
      </div>
    </form>`;
  const formsMayLeadTo = new URL(payment.returnUrl).origin;
  return pageReply({ title: 'Pay', section: null, content, formsMayLeadTo });
}

function openByForm(exchange: Exchange): Reply {
  const token = formOf(exchange).get('chargeTokenId') ?? '';
  const location = `${SANDBOX_PAY_PATH}/secure/${encodeURIComponent(token)}`;
  return { status: 303, headers: { location } };
}

function answerCardPage(exchange: Exchange): Reply {
  const { state, now } = exchange;
  const payment = paymentOf(exchange);
  if (!payment) return missingPage();
  if (!isOpen(payment, now)) return finishedPage(payment);
  const at = now.toISOString();
  const outcome = formOf(exchange).get('outcome') ?? '';
  switch (outcome) {
    case 'pay':
      state.payments.put(confirmPayment(payment, 'A Resident', now));
      break;
    case 'decline':
      state.payments.put(withEvent(payment, { status: 'failed', code: 'P0010', at }));
      break;
    case 'cancel':
      state.payments.put(withEvent(payment, { status: 'failed', code: 'P0030', at }));
      break;
    default:
      return showCardPage(exchange);
  }
  return { status: 303, headers: { location: payment.returnUrl } };
}

function finishedPage(payment: PaymentRecord): Reply {
  const content = html`<h1>This payment is finished</h1>
    <p>
      <a href="${payment.returnUrl}" rel="noreferrer">Go back to the service you came from</a>.
    </p>`;
  return pageReply({ title: 'Payment finished', section: null, content });
}

function paymentOf(exchange: Exchange): PaymentRecord | undefined {
  const token = exchange.params['token'];
  return exchange.state.payments.all().find((payment) => payment.cardPageToken === token);
}

function isOpen(payment: PaymentRecord, now: Date): boolean {
  const status = statusAt(payment, now);
  return status === 'created' || status === 'started' || status === 'submitted';
}

function formOf(exchange: Exchange): URLSearchParams {
  return new URLSearchParams(exchange.body.toString('utf8'));
}
