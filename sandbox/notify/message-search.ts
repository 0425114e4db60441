import { type JsonObject } from '../server/exchange.js';
import { type MessageRecord } from './message.record.js';
import { messageJson } from './message-json.js';
import { isFindable, messageStatusAt } from './message-progress.js';
import { invalid } from './notify-errors.js';

const PAGE_SIZE = 250;
const KINDS = ['sms', 'email', 'letter'];
const STATUSES =
  'cancelled created sending sent delivered pending failed technical-failure temporary-failure permanent-failure pending-virus-check validation-failed virus-scan-failed returned-letter accepted received'.split(
    ' ',
  );
/** `failed` stands for each of them. */
const FAILURES = ['technical-failure', 'temporary-failure', 'permanent-failure'];

interface Place {
  base: string;
  now: Date;
}

/** `GET /v2/notifications`: newest first, 250 a page, older ones by `older_than`. */
export function searchMessages(
  messages: MessageRecord[],
  query: URLSearchParams,
  { base, now }: Place,
): JsonObject {
  refuseBadFilters(query);
  const found = newestFirst(messages).filter(
    (message) => isFindable(message, now) && isWanted(message, query, now),
  );
  const page = afterMessage(found, messages, query.get('older_than')).slice(0, PAGE_SIZE);
  const last = page[page.length - 1];
  const address = (search: URLSearchParams): string =>
    `${base}/v2/notifications${search.size > 0 ? `?${search.toString()}` : ''}`;
  const next = new URLSearchParams(query);
  if (last) next.set('older_than', last.id);
  return {
    notifications: page.map((message) => messageJson(message, base, now)),
    links: { current: address(query), ...(last && { next: address(next) }) },
  };
}

export function newestFirst(messages: MessageRecord[]): MessageRecord[] {
  return [...messages].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function refuseBadFilters(query: URLSearchParams): void {
  const faults = [
    ...query
      .getAll('status')
      .filter((status) => !STATUSES.includes(status))
      .map((status) => `status ${status} is not one of [${STATUSES.join(', ')}]`),
    ...query
      .getAll('template_type')
      .filter((kind) => !KINDS.includes(kind))
      .map((kind) => `template_type ${kind} is not one of [${KINDS.join(', ')}]`),
  ];
  if (faults.length > 0) throw invalid(...faults);
}

function isWanted(message: MessageRecord, query: URLSearchParams, now: Date): boolean {
  const kinds = query.getAll('template_type');
  const statuses = query
    .getAll('status')
    .flatMap((status) => (status === 'failed' ? FAILURES : status));
  const reference = query.get('reference');
  return (
    (kinds.length === 0 || kinds.includes(message.kind)) &&
    (statuses.length === 0 || statuses.includes(messageStatusAt(message, now))) &&
    (reference === null || message.reference === reference)
  );
}

function afterMessage(
  found: MessageRecord[],
  all: MessageRecord[],
  id: string | null,
): MessageRecord[] {
  if (id === null) return found;
  const anchor = all.find((message) => message.id === id);
  if (!anchor) return [];
  const index = found.indexOf(anchor);
  if (index >= 0) return found.slice(index + 1);
  return found.filter((message) => message.createdAt < anchor.createdAt);
}
