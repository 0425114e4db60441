import { type ContentInput, linkContent, tagContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import {
  EXCEPTION_REASONS,
  EXCEPTION_STATE_TAGS,
} from '../refund-exceptions/exception-words.rules.js';
import type { ExceptionRow } from '../refund-exceptions/refund-exceptions.queries.js';
import { countText, workingDaysText } from '../shared/duration-text.js';
import { formatDateTime, formatDeadline, formatTime, londonDateOf } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { type Holidays, workingDaysBetween } from '../shared/working-days.js';

export interface ExceptionsPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  /** What this person may do here, in a sentence. */
  power: string;
  total: string;
  waiting: TableParams | null;
  settled: TableParams | null;
}

interface Listing {
  waiting: readonly ExceptionRow[];
  settled: readonly ExceptionRow[];
  staffId: string;
  limitPence: Pence;
  holidays: Holidays;
  now: Date;
}

export function exceptionsPage(listing: Listing): ExceptionsPage {
  const { waiting, settled, limitPence, now } = listing;
  const pence = waiting.reduce((sum, { amountPence }) => sum + amountPence, 0);
  return {
    title: 'Refund exceptions',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(now)}`,
    power:
      limitPence === 0
        ? 'You may not answer these today. You may ask for one from its case.'
        : `You may approve up to ${formatPounds(limitPence)} of one payment, all its exceptions together, and never what you asked for yourself.`,
    total: `${countText(waiting.length, 'request')}, ${formatPounds(pence)} in all`,
    waiting: waiting.length === 0 ? null : waitingTable(listing),
    settled: settled.length === 0 ? null : settledTable(settled),
  };
}

function waitingTable({ waiting, staffId, holidays, now }: Listing): TableParams {
  return table({
    caption: 'Requests that wait for an answer',
    isCaptionHidden: true,
    scrollRegion: 'Requests that wait for an answer',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', { content: 'Amount', isNumeric: true }, 'Reason', 'Asked by', 'Age', 'Lapses'],
    rows: waiting.map((row): Cell[] => [
      exceptionLink(row),
      { content: formatPounds(row.amountPence), isNumeric: true },
      EXCEPTION_REASONS[row.reason],
      row.requestedById === staffId ? 'You: somebody else answers' : row.requestedByName,
      workingDaysText(
        workingDaysBetween(londonDateOf(row.requestedAt), londonDateOf(now), holidays),
      ),
      row.lapsesAt <= now ? tagContent('Overdue', 'red') : formatDeadline(row.lapsesAt),
    ]),
  });
}

function settledTable(settled: readonly ExceptionRow[]): TableParams {
  return table({
    caption: 'The last answers',
    isCaptionHidden: true,
    scrollRegion: 'The last answers',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', { content: 'Amount', isNumeric: true }, 'Reason', 'Asked by', 'Answer', 'When'],
    rows: settled.map((row): Cell[] => [
      exceptionLink(row),
      { content: formatPounds(row.amountPence), isNumeric: true },
      EXCEPTION_REASONS[row.reason],
      row.requestedByName,
      answerInWords(row),
      row.settledAt ? formatDateTime(row.settledAt) : '–',
    ]),
  });
}

function answerInWords({ state, settledByName }: ExceptionRow): string {
  const { text } = EXCEPTION_STATE_TAGS[state];
  return settledByName === null || state === 'withdrawn' ? text : `${text} by ${settledByName}`;
}

function exceptionLink({ reference, id }: ExceptionRow): ContentInput {
  return linkContent(reference, `/applications/${reference}/refund-exceptions/${id}`);
}
