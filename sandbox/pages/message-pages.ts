import { type Exchange, type Reply } from '../server/exchange.js';
import { type MessageKind, type MessageRecord } from '../notify/message.record.js';
import { messageStatusAt, type MessageStatus } from '../notify/message-progress.js';
import { newestFirst } from '../notify/message-search.js';
import { html, type Html } from './html.js';
import { pageReply } from './layout.js';
import { listTable, pagingLinks, searchForm, tag } from './list-parts.js';
import { messageText } from './message-text.js';
import { dayAndTime } from './words.js';

const PAGE_SIZE = 50;

const KIND_WORDS: Record<MessageKind, string> = {
  email: 'E-mail',
  sms: 'Text message',
  letter: 'Letter',
};

const STATUS_WORDS: Record<MessageStatus, { words: string; colour: string }> = {
  created: { words: 'Waiting', colour: 'grey' },
  sending: { words: 'Sending', colour: 'blue' },
  delivered: { words: 'Delivered', colour: 'green' },
  'temporary-failure': { words: 'Not delivered for now', colour: 'red' },
  'permanent-failure': { words: 'Cannot be delivered', colour: 'red' },
  accepted: { words: 'At the printer', colour: 'blue' },
  received: { words: 'Printed and posted', colour: 'green' },
};

export function messageListPage(exchange: Exchange): Reply {
  const { searchParams } = exchange.url;
  const reference = (searchParams.get('reference') ?? '').trim();
  const found = newestFirst(exchange.state.messages.all()).filter((message) =>
    (message.reference ?? '').toLowerCase().includes(reference.toLowerCase()),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(searchParams.get('page')) || 1), pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const content = html`<h1>Messages</h1>
    ${searchForm({ path: '/messages', label: 'Reference', value: reference })}
    ${messageTable(shown, `${found.length} ${found.length === 1 ? 'message' : 'messages'}, newest first`)}
    ${pagingLinks({ page, pages, path: '/messages', query: reference ? { reference } : {} })}`;
  return pageReply({ title: 'Messages', section: 'messages', content });
}

export function messageTable(messages: MessageRecord[], caption: string): Html {
  if (messages.length === 0) return html`<p>There are no messages to show.</p>`;
  const rows = messages.map((message) => [
    html`<a href="/messages/${message.id}">${titleOf(message)}</a>`,
    html`${message.to}`,
    html`${KIND_WORDS[message.kind]}`,
    html`${dayAndTime(message.createdAt)}`,
  ]);
  const columns = [
    { heading: 'Subject' },
    { heading: 'To' },
    { heading: 'Kind' },
    { heading: 'Given' },
  ];
  return listTable(caption, columns, rows);
}

export function messagePage(exchange: Exchange): Reply | null {
  const message = exchange.state.messages.get(exchange.params['id'] ?? '');
  if (!message) return null;
  const { words, colour } = STATUS_WORDS[messageStatusAt(message, exchange.now)];
  const content = html`<p><a class="back" href="/messages">All messages</a></p>
    <h1>${titleOf(message)}</h1>
    <p>${tag(words, colour)}</p>
    <dl class="facts">
      <div>
        <dt>Kind</dt>
        <dd>${KIND_WORDS[message.kind]}</dd>
      </div>
      ${
        message.kind === 'letter'
          ? null
          : html`<div>
              <dt>To</dt>
              <dd>${message.to}</dd>
            </div>`
      }
      <div>
        <dt>Given</dt>
        <dd>${dayAndTime(message.createdAt)}</dd>
      </div>
      <div>
        <dt>Reference</dt>
        <dd>${message.reference ?? 'none'}</dd>
      </div>
    </dl>
    ${smokeTestNote(message)}
    <article class="paper ${message.kind}" aria-label="The message as it would be read">
      ${addressPart(message)}
      ${message.kind === 'letter' ? html`<p class="subject">${message.subject ?? ''}</p>` : null}
      ${messageText(message.body)}
    </article>`;
  return pageReply({ title: titleOf(message), section: 'messages', content });
}

function titleOf(message: MessageRecord): string {
  if (message.subject !== null && message.subject.trim() !== '') return message.subject;
  const start = message.body.trim().split('\n')[0] ?? '';
  if (start === '') return 'No subject';
  return start.length > 60 ? `${start.slice(0, 59)}…` : start;
}

function addressPart(message: MessageRecord): Html | null {
  if (message.addressLines.length === 0) return null;
  const lines = message.addressLines.map((line) => html`<span>${line}</span>`);
  return html`<address>${lines}</address>`;
}

function smokeTestNote(message: MessageRecord): Html | null {
  if (!message.isSmokeTest) return null;
  return html`<p>
    This is one of GOV.UK Notify’s smoke-test recipients. Notify answers for it, but asked about the
    message later it says it has none.
  </p>`;
}
