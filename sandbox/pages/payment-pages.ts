import { type Exchange, type Reply } from '../server/exchange.js';
import { type PaymentEvent, type PaymentRecord } from '../pay/payment.record.js';
import { eventsAt, refundStatusAt } from '../pay/payment-progress.js';
import { html, type Html } from './html.js';
import { pageReply } from './layout.js';
import { listTable, pagingLinks, searchForm, tag } from './list-parts.js';
import { paymentWords } from './payment-words.js';
import { dayAndTime, pounds } from './words.js';

const PAGE_SIZE = 50;

export function paymentListPage(exchange: Exchange): Reply {
  const { searchParams } = exchange.url;
  const reference = (searchParams.get('reference') ?? '').trim();
  const found = newestPayments(exchange).filter((payment) =>
    payment.reference.toLowerCase().includes(reference.toLowerCase()),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(searchParams.get('page')) || 1), pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const content = html`<h1>Payments</h1>
    ${searchForm({ path: '/payments', label: 'Reference', value: reference })}
    ${paymentTable(shown, exchange.now, `${found.length} ${found.length === 1 ? 'payment' : 'payments'}, newest first`)}
    ${pagingLinks({ page, pages, path: '/payments', query: reference ? { reference } : {} })}`;
  return pageReply({ title: 'Payments', section: 'payments', content });
}

export function newestPayments(exchange: Exchange): PaymentRecord[] {
  return exchange.state.payments.all().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export function paymentTable(payments: PaymentRecord[], now: Date, caption: string): Html {
  if (payments.length === 0) return html`<p>There are no payments to show.</p>`;
  const rows = payments.map((payment) => {
    const { words, colour } = paymentWords(payment, now);
    return [
      html`<a href="/payments/${payment.id}">${payment.reference}</a>`,
      html`${pounds(payment.amount)}`,
      tag(words, colour),
      html`${dayAndTime(payment.createdAt)}`,
    ];
  });
  const columns = [
    { heading: 'Reference' },
    { heading: 'Amount', isFigure: true },
    { heading: 'State' },
    { heading: 'Made' },
  ];
  return listTable(caption, columns, rows);
}

export function paymentPage(exchange: Exchange): Reply | null {
  const payment = exchange.state.payments.get(exchange.params['id'] ?? '');
  if (!payment) return null;
  const { words, colour } = paymentWords(payment, exchange.now);
  const content = html`<p><a class="back" href="/payments">All payments</a></p>
    <h1>Payment ${payment.reference}</h1>
    <p>${tag(words, colour)}</p>
    <dl class="facts">
      <div>
        <dt>Amount</dt>
        <dd>${pounds(payment.amount)}</dd>
      </div>
      <div>
        <dt>For</dt>
        <dd>${payment.description}</dd>
      </div>
      <div>
        <dt>Made</dt>
        <dd>${dayAndTime(payment.createdAt)}</dd>
      </div>
      <div>
        <dt>Payment id</dt>
        <dd><code>${payment.id}</code></dd>
      </div>
    </dl>
    <h2>What happened</h2>
    <ol class="steps">
      ${eventsAt(payment, exchange.now).map(eventItem)}${payment.refunds.map(
        (refund) =>
          html` <li>
            ${dayAndTime(refund.createdAt)}: refund of ${pounds(refund.amount)},
            ${REFUND_WORDS[refundStatusAt(refund, exchange.now)]}
          </li>`,
      )}
    </ol>`;
  return pageReply({ title: `Payment ${payment.reference}`, section: 'payments', content });
}

const REFUND_WORDS = {
  submitted: 'on its way',
  success: 'paid back to the card',
  error: 'refused by the bank',
} as const;

const EVENT_WORDS: Record<PaymentEvent['status'], string> = {
  created: 'payment made',
  started: 'the resident opened the card page',
  submitted: 'the card was accepted',
  capturable: 'the money is held on the card',
  success: 'the money was taken',
  failed: 'the payment failed',
  cancelled: 'the hold was cancelled and the money released',
  error: 'the card company had a fault',
};

function eventItem(event: PaymentEvent): Html {
  const words =
    event.code === 'P0020' ? 'time ran out and the money was released' : EVENT_WORDS[event.status];
  return html` <li>${dayAndTime(event.at)}: ${words}</li>`;
}
