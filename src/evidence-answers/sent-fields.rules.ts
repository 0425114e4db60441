import {
  isAnswered,
  MOST_CANNOT_SEND_WORDS,
  type RequestedItem,
} from '../evidence-requests/requested-item.rules.js';
import { isPaperKind, type PaperKind } from '../permit-types/paper-kinds.rules.js';

/** What the form says of one item beside its files. */
export interface SentFields {
  itemId: string;
  /** What the resident says he sends; one of the kinds that would do. */
  kind: PaperKind;
  /** Trimmed; empty when nothing was said. */
  cannotSend: string;
}

/** A fault of one item's field, or of the whole when `itemId` is null. */
export interface AnswerFault {
  itemId: string | null;
  field: 'file' | 'cannot';
  text: string;
}

export const FILE_FIELD = /^file-\d{1,2}$/;

export function itemOfField(field: string): string {
  return field.replace(/^file-/, '');
}

/** Reads the text fields of the form; whatever is none of them is left aside. */
export function readSentFields(body: unknown, items: readonly RequestedItem[]): SentFields[] {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return items.map((item) => ({
    itemId: item.id,
    kind: kindOf(item, sent[`kind-${item.id}`]),
    cannotSend: textOf(sent[`cannot-${item.id}`]),
  }));
}

/** The kind that is meant when nothing is said: what it was, if that would do. */
export function usualKind({ paperKind, acceptedKinds }: RequestedItem): PaperKind {
  if (paperKind !== null && acceptedKinds.includes(paperKind)) return paperKind;
  const [first = paperKind] = acceptedKinds;
  if (first === null) throw new Error('An item that no kind of paper answers.');
  return first;
}

export function wordFaults(fields: readonly SentFields[]): AnswerFault[] {
  return fields
    .filter(({ cannotSend }) => cannotSend.length > MOST_CANNOT_SEND_WORDS)
    .map(({ itemId }) => ({
      itemId,
      field: 'cannot',
      text: `Say it in ${MOST_CANNOT_SEND_WORDS} characters or fewer`,
    }));
}

/** One fault for every item that nothing came for; those that have a fault already are passed over. */
export function missingFaults(
  items: readonly RequestedItem[],
  known: readonly AnswerFault[],
): AnswerFault[] {
  const atFault = new Set(known.map(({ itemId }) => itemId));
  return items
    .filter((item) => !isAnswered(item) && !atFault.has(item.id))
    .map((item) => ({
      itemId: item.id,
      field: 'file',
      text: `${item.label}: choose a file, or say why you cannot send it`,
    }));
}

function kindOf(item: RequestedItem, sent: unknown): PaperKind {
  const kind = typeof sent === 'string' && isPaperKind(sent) ? sent : null;
  return kind !== null && item.acceptedKinds.includes(kind) ? kind : usualKind(item);
}

function textOf(sent: unknown): string {
  const text = typeof sent === 'string' ? sent : '';
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Surrogate}\0]/gu, '')
    .normalize('NFC')
    .trim();
}
