import { STATUS_TAGS } from '../case-file/case-status.rules.js';
import { PERMIT_STATUS_LABELS, permitStatusAt } from '../permits/permit-status.rules.js';
import { lastDayOf, permitEndsAt } from '../permits/permit-term.rules.js';
import { link, linkContent, type LinkParams } from '../platform/web/component-types.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import { formatShortDate, londonDateOf } from '../shared/london-date.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import { ledgerHints } from './ledger-hints.rules.js';
import type { LedgerHint } from './ledger-hint.rules.js';
import { ledgerCount, ledgerEntries, type LedgerEntry } from './ledger.rules.js';
import type { LedgerRows } from './ledger-rows.js';

/** What fits on a case page; the rest has a page of its own. */
const MOST_ON_CASE_PAGE = 8;

export interface LedgerPanel {
  /** "1 of 2 permits in use, …" */
  count: string[];
  entries: TableParams | null;
  /** Said when nobody here has or asks for anything. */
  none: string | null;
  lookAt: (LedgerHint & { link: LinkParams })[];
  /** To the page with all of it; null when all of it is here. */
  more: LinkParams | null;
}

/** The household ledger as the case page shows it. */
export function ledgerPanel(rows: LedgerRows, now: Date): LedgerPanel {
  const whole = wholeLedger(rows, now);
  const entries = ledgerEntries(rows);
  if (entries.length <= MOST_ON_CASE_PAGE && whole.lookAt.length <= MOST_ON_CASE_PAGE) return whole;
  const all = `See all of it: ${entries.length} at this address, ${whole.lookAt.length} to look at`;
  return {
    ...whole,
    entries: entriesTable(entries.slice(0, MOST_ON_CASE_PAGE), now),
    lookAt: whole.lookAt.slice(0, MOST_ON_CASE_PAGE),
    more: link(all, `/applications/${rows.current.reference}/household`),
  };
}

/** All of it. */
export function wholeLedger(rows: LedgerRows, now: Date): LedgerPanel {
  const entries = ledgerEntries(rows);
  return {
    count: ledgerCount(rows),
    entries: entries.length === 0 ? null : entriesTable(entries, now),
    none: entries.length === 0 ? 'Nobody here has a permit or waits for one.' : null,
    lookAt: ledgerHints(rows, now).map(toLine),
    more: null,
  };
}

function toLine({ kind, words, details, reference }: LedgerHint) {
  const way = { ...link(`See ${reference}`, `/applications/${reference}`) };
  return { kind, reference, words, details, link: way };
}

function entriesTable(entries: readonly LedgerEntry[], now: Date): TableParams {
  return table({
    caption: 'At this address',
    isCaptionHidden: true,
    scrollRegion: 'Permits and applications here',
    classes: 'desk-dense',
    head: ['Who', 'What', 'Vehicle', 'From and to', 'State', 'Place taken'],
    rows: entries.map((entry) => (entry.is === 'permit' ? permitCells(entry, now) : waits(entry))),
  });
}

type PermitEntry = Extract<LedgerEntry, { is: 'permit' }>;
type WaitingEntry = Extract<LedgerEntry, { is: 'application' }>;

function permitCells({ permit, place }: PermitEntry, now: Date): Cell[] {
  return [
    permit.holderName,
    linkContent(
      `${permit.typeName} permit ${permit.reference}`,
      `/applications/${permit.caseReference}`,
    ),
    permit.registration === null ? 'None' : formatRegistration(permit.registration),
    `${formatShortDate(londonDateOf(permit.startsAt))} to ${formatShortDate(lastDayOf(permitEndsAt(permit)))}`,
    PERMIT_STATUS_LABELS[permitStatusAt(permit, now)],
    place,
  ];
}

function waits({ application, isThisCase, place }: WaitingEntry): Cell[] {
  const what = `${application.typeName}, applied for`;
  return [
    application.applicantName,
    isThisCase
      ? `${application.typeName}: this case`
      : linkContent(`${what}: ${application.reference}`, `/applications/${application.reference}`),
    application.registration === null ? 'None' : formatRegistration(application.registration),
    `Came ${formatShortDate(londonDateOf(application.receivedAt))}`,
    STATUS_TAGS[application.status].text,
    place,
  ];
}
