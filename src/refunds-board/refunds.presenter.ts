import { causeWords } from '../money-story/cause-words.rules.js';
import { link, linkContent, type LinkParams, nested } from '../platform/web/component-types.js';
import type { FilterParams } from '../platform/web/components/filter.js';
import { type WarningTextParams, warningText } from '../platform/web/components/messages.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { pagination, type PaginationParams } from '../platform/web/components/pagination.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { REFUND_FAILED } from '../payments/payment-words.rules.js';
import type { ServiceState } from '../payments/service-state.queries.js';
import { countText, roughDurationText } from '../shared/duration-text.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { type ExportBox, exportBox, type ExportWish } from './export-box.presenter.js';
import { LANE_TERMS, laneOf, REFUND_LANES, WHAT_WORDS } from './refund-lanes.rules.js';
import type { LaneTotal, OwedToResidents } from './refund-totals.queries.js';
import { refundsFilter } from './refunds-filter.presenter.js';
import { NO_REFUND_FILTERS, REFUNDS_PATH, refundsHref } from './refunds-address.rules.js';
import type { RefundFilters } from './refunds.form.js';
import type { RefundRow, RefundsFound } from './refunds.queries.js';
import { moneyPages } from './money-pages.presenter.js';

export interface RefundsPage {
  title: string;
  width: 'full';
  errors: readonly FieldError[];
  backLink: PlainLinkParams;
  asAt: string;
  refreshHref: string;
  /** The other pages about money. */
  elsewhere: LinkParams[];
  /** Since when the payment service is away, and how much waits; null while it answers. */
  away: WarningTextParams | null;
  owed: { words: string; alarm: WarningTextParams | null };
  lanes: TableParams;
  heading: string;
  means: string | null;
  filter: FilterParams;
  refunds: TableParams | null;
  empty: string;
  pages: PaginationParams | null;
  export: ExportBox | null;
}

export interface RefundsShown {
  filters: RefundFilters;
  found: RefundsFound;
  totals: readonly LaneTotal[];
  owed: OwedToResidents;
  service: ServiceState;
  underWay: number;
  /** Exceptions that wait for somebody's approval, and what they add up to. */
  exceptions: { count: number; pence: number };
  staff: CurrentStaff;
  now: Date;
  exporting: ExportWish;
}

export function refundsPage(shown: RefundsShown): RefundsPage {
  const { filters, found, staff, now } = shown;
  const lane = filters.lane === '' ? null : LANE_TERMS[filters.lane];
  return {
    title: 'Refunds and payments',
    width: 'full',
    errors: shown.exporting.errors,
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(now)}`,
    refreshHref: refundsHref(filters),
    elsewhere: moneyPages(staff.role),
    away: awayWarning(shown),
    owed: owedWords(shown.owed),
    lanes: lanesTable(shown),
    heading: lane?.title ?? 'Everything open',
    means: lane?.means ?? null,
    filter: refundsFilter(filters),
    refunds: found.rows.length === 0 ? null : refundsTable(found.rows, staff, now),
    empty: 'Nothing here. The payment service has done everything it was told.',
    pages: pagesOf(filters, found),
    export: mayDo(staff.role, 'take-exports') ? exportBox(filters, shown.exporting) : null,
  };
}

function awayWarning({ service, underWay }: RefundsShown): WarningTextParams | null {
  const { awaySince } = service;
  if (awaySince === null) return null;
  const waiting = countText(underWay, 'command waits', 'commands wait');
  return warningText(
    `The payment service has not answered since ${formatDateTime(awaySince)}. ${waiting}. They are carried out when it is back; nothing is sent twice.`,
  );
}

/** R-PAY-4, R-REF-2: what the ledger owes must be what the open returns add up to, to the penny. */
export function owedWords(owed: OwedToResidents): RefundsPage['owed'] {
  const { ledgerPence, returnsPence, returns, twicePence } = owed;
  const ledger = formatPounds(ledgerPence);
  const expected = returnsPence - twicePence;
  const less = twicePence === 0 ? '' : ` less ${formatPounds(twicePence)} that went back twice`;
  if (ledgerPence === expected) {
    const from = countText(returns, 'return that is', 'returns that are');
    const words = `The ledger owes residents ${ledger}: the ${from} not on the way yet${less && `,${less}`}. Both agree.`;
    return { words: returns === 0 && twicePence === 0 ? NOTHING_OWED : words, alarm: null };
  }
  const difference = formatPounds(Math.abs(ledgerPence - expected));
  const side = ledgerPence > expected ? 'more' : 'less';
  return {
    words: '',
    alarm: warningText(
      `The ledger does not agree with this board. It owes residents ${ledger}, which is ${difference} ${side} than the open returns of ${formatPounds(returnsPence)}${less}. Tell whoever looks after the ledger.`,
    ),
  };
}

const NOTHING_OWED = 'The ledger owes residents nothing, and no return waits. Both agree.';

function lanesTable(shown: RefundsShown): TableParams {
  const { exceptions, totals, now } = shown;
  const rows: Cell[][] = REFUND_LANES.map((lane) => {
    const total = totals.find((one) => one.lane === lane);
    const href = refundsHref({ ...NO_REFUND_FILTERS, lane });
    return [
      linkContent(LANE_TERMS[lane].title, href),
      numeric(String(total?.count ?? 0)),
      numeric(formatPounds(total?.pence ?? 0)),
      {
        content: total && LANE_TERMS[lane].isOpen ? ageText(total.oldestAt, now) : '',
        classes: 'desk-cell--time',
      },
    ];
  });
  const toApprove: Cell[] = [
    linkContent('Exceptions to approve', '/refund-exceptions'),
    numeric(String(exceptions.count)),
    numeric(formatPounds(exceptions.pence)),
    '',
  ];
  return table({
    caption: 'Where money waits',
    isCaptionHidden: true,
    scrollRegion: 'Where money waits',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Where', numeric('How many'), numeric('Amount'), 'Oldest'],
    rows: [...rows, toApprove],
  });
}

function refundsTable(rows: readonly RefundRow[], staff: CurrentStaff, now: Date): TableParams {
  return table({
    caption: 'Movements of money',
    isCaptionHidden: true,
    scrollRegion: 'Movements of money',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', 'What', numeric('Amount'), 'Because', 'Asked for', 'State', 'What you can do'],
    rows: rows.map((row) => [
      linkContent(row.reference, `/applications/${row.reference}#money`),
      WHAT_WORDS[row.kind],
      numeric(formatPounds(row.amountPence)),
      causeWords(row),
      `${formatDateTime(row.requestedAt)} (${ageText(row.requestedAt, now)})`,
      stateWords(row),
      actions(row, staff),
    ]),
  });
}

function stateWords(row: RefundRow): string {
  const lane = laneOf(row);
  const state = lane === null ? 'Done' : LANE_TERMS[lane].title;
  if (row.problem === REFUND_FAILED) return REFUND_FAILED;
  return row.problem === null ? state : `${state}: ${row.problem}`;
}

interface RowActions {
  again: { action: string; submit: ButtonParams } | null;
  another: LinkParams | null;
  /** For what went back twice. */
  twice: LinkParams | null;
  none: string;
}

function actions(row: RefundRow, staff: CurrentStaff): Cell {
  const { commandId, reference, state } = row;
  const isStuck = state === 'needs_attention';
  const params: RowActions = {
    again: isStuck
      ? {
          action: `${REFUNDS_PATH}/${commandId}/another-try`,
          submit: button({
            text: 'Try again',
            variant: 'secondary',
            attributes: { 'aria-label': `Try again: ${reference}` },
          }),
        }
      : null,
    another:
      isStuck && mayBePaidAnotherWay(row) && mayDo(staff.role, 'settle-another-way')
        ? link('Settled another way', `${REFUNDS_PATH}/${commandId}/another-way/new`, {
            hiddenText: reference,
          })
        : null,
    twice:
      row.isTwice && mayDo(staff.role, 'settle-another-way')
        ? link('Say how it ended', `${REFUNDS_PATH}/${commandId}/double-return/new`, {
            hiddenText: reference,
          })
        : null,
    none: isStuck || row.isTwice ? '' : 'Nothing to do',
  };
  return nested('refunds-board/actions', params);
}

/** Only money that was taken and is owed can be given back another way. */
export function mayBePaidAnotherWay({ kind, returnsPence }: RefundRow): boolean {
  return kind !== 'capture' && returnsPence !== null && returnsPence > 0;
}

function pagesOf(filters: RefundFilters, { rows, ...more }: RefundsFound): PaginationParams | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || (!more.isMoreBefore && !more.isMoreAfter)) return null;
  return pagination({
    label: 'Pages of the board',
    previous: more.isMoreBefore
      ? { href: refundsHref(filters, { side: 'before', place: first }) }
      : null,
    next: more.isMoreAfter ? { href: refundsHref(filters, { side: 'after', place: last }) } : null,
  });
}

function ageText(at: Date, now: Date): string {
  return roughDurationText(Math.max(0, now.getTime() - at.getTime()));
}

function numeric(text: string) {
  return { content: text, isNumeric: true };
}
