import { readFileSync } from 'node:fs';
import { type Exchange, type Handler, type Reply } from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { lastChangeAt } from '../pay/payment-progress.js';
import { newestFirst } from '../notify/message-search.js';
import { html, type Html } from './html.js';
import { pageReply } from './layout.js';
import { messageListPage, messagePage, messageTable } from './message-pages.js';
import { paymentListPage, paymentPage, paymentTable } from './payment-pages.js';
import { searchForm } from './list-parts.js';
import { vehicleListPage } from './vehicle-pages.js';
import { dayAndTime } from './words.js';

const SHOWN_AT_HOME = 10;

/** The compiled program lies in dist/, the style sheet stays where it was written. */
const STYLE_PLACES = ['./style.css', '../../../sandbox/pages/style.css'];

/** The pages where a newcomer sees the hold disappear and reads the letter. */
export function pageRoutes(): Route[] {
  const style = readStyle();
  return [
    route('/', 'home', homePage),
    route('/payments', 'payments', paymentListPage),
    route('/payments/:id', 'payment', orMissing(paymentPage)),
    route('/messages', 'messages', messageListPage),
    route('/messages/:id', 'message', orMissing(messagePage)),
    route('/vehicles', 'vehicles', vehicleListPage),
    route('/style.css', 'style', () => ({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
      body: style,
    })),
    route('/health', 'health', () => ({ status: 200, body: { status: 'ok' } })),
  ];
}

export function missingPage(): Reply {
  const content = html`<h1>Not found</h1>
    <p>
      The sandbox holds nothing at this address. It may have been reset.
      <a href="/">See what it holds</a>.
    </p>`;
  return pageReply({ title: 'Not found', section: null, status: 404, content });
}

function route(pattern: string, operation: string, handler: Handler): Route {
  return { method: 'GET', pattern, service: 'page', operation, handler };
}

function orMissing(page: (exchange: Exchange) => Reply | null): Handler {
  return (exchange) => page(exchange) ?? missingPage();
}

function homePage(exchange: Exchange): Reply {
  const { now } = exchange;
  const payments = exchange.state.payments
    .all()
    .sort((a, b) => lastChangeAt(b, now).localeCompare(lastChangeAt(a, now)));
  const messages = newestFirst(exchange.state.messages.all());
  const content = html`<h1>What the sandbox holds</h1>
    ${clockNote(exchange)}
    <section aria-labelledby="payments">
      <h2 id="payments">Payments</h2>
      ${searchForm({ path: '/payments', label: 'Find a payment by its reference', value: '' })}
      ${paymentTable(payments.slice(0, SHOWN_AT_HOME), now, 'Latest change first')}
      ${allLink(payments.length, '/payments', 'payments')}
    </section>
    <section aria-labelledby="messages">
      <h2 id="messages">Messages</h2>
      ${messageTable(messages.slice(0, SHOWN_AT_HOME), 'Newest first')}
      ${allLink(messages.length, '/messages', 'messages')}
    </section>`;
  return pageReply({ title: 'What the sandbox holds', section: null, content });
}

function allLink(count: number, href: string, what: string): Html | null {
  if (count <= SHOWN_AT_HOME) return null;
  return html`<p><a href="${href}">See all ${count} ${what}</a></p>`;
}

function clockNote(exchange: Exchange): Html | null {
  if (exchange.state.settings.clockOffsetMs === 0) return null;
  return html`<p>The sandbox’s clock was moved: here it is ${dayAndTime(exchange.now)}.</p>`;
}

function readStyle(): string {
  for (const place of STYLE_PLACES) {
    try {
      return readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      continue;
    }
  }
  throw new Error('The sandbox cannot find its style sheet, sandbox/pages/style.css.');
}
