import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import {
  effectKeys,
  type LedgerAccount,
  type PostedJournal,
} from '../ledger/ledger-terms.rules.js';
import { ACCOUNT_WORDS, JOURNAL_WORDS } from '../ledger/ledger-words.rules.js';
import { causeWords } from '../money-story/cause-words.rules.js';
import { type MoneyPanel, moneyPanel } from '../money-story/money-panel.presenter.js';
import type { MoneyFacts } from '../money-story/money-facts.rules.js';
import type { DoubleReturnShown } from '../paid-another-way/double-returns.queries.js';
import type { PaidAnotherWayShown } from '../paid-another-way/paid-another-way.queries.js';
import type { CorrectionShown } from '../payment-comparisons/corrections.queries.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { JournalCause } from './journal-causes.queries.js';

export interface CaseMoneyPage {
  title: string;
  width: 'full';
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  money: MoneyPanel;
  journals: TableParams | null;
  balances: TableParams | null;
}

interface CaseMoney {
  file: CaseFile;
  facts: MoneyFacts;
  journals: readonly PostedJournal[];
  causes: readonly JournalCause[];
  corrections: readonly CorrectionShown[];
  ways: readonly PaidAnotherWayShown[];
  doubles: readonly DoubleReturnShown[];
  now: Date;
}

/** The ledger of one case, line by line: for whoever must be able to follow the money to the bank. */
export function caseMoneyPage(shown: CaseMoney): CaseMoneyPage {
  const { file, facts, journals, now } = shown;
  const { reference } = file.application;
  return {
    title: `Money of ${reference}`,
    width: 'full',
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    bar: caseBar(file, now),
    money: moneyPanel(facts, null),
    journals: journals.length === 0 ? null : journalsTable(shown),
    balances: journals.length === 0 ? null : balancesTable(journals),
  };
}

function journalsTable(shown: CaseMoney): TableParams {
  return table({
    caption: 'Ledger',
    isCaptionHidden: true,
    scrollRegion: 'Ledger of the case',
    classes: 'desk-dense',
    head: [
      ...['Happened', 'What', 'Debit', 'Credit'],
      { content: 'Amount', isNumeric: true },
      ...['Who and why', 'Recorded'],
    ],
    rows: shown.journals.flatMap((journal) => journalRows(journal, shown)),
  });
}

function journalRows(journal: PostedJournal, shown: CaseMoney): Cell[][] {
  const what = JOURNAL_WORDS[journal.kind];
  const isReversing = journal.reversesId !== null;
  return journal.entries.map(({ debit, credit, pence }, index): Cell[] => [
    index === 0 ? formatDateTime(journal.occurredAt) : '',
    index === 0 ? (isReversing ? `${what} (reverses an earlier line)` : what) : '',
    ACCOUNT_WORDS[debit],
    ACCOUNT_WORDS[credit],
    { content: formatPounds(pence), isNumeric: true },
    index === 0 ? whoAndWhy(journal, shown) : '',
    index === 0 ? formatDateTime(journal.recordedAt) : '',
  ]);
}

const SEEN = 'As read at the payment service';

function whoAndWhy(
  journal: PostedJournal,
  { causes, corrections, ways, doubles }: CaseMoney,
): string {
  const double = doubles.find(({ commandId }) => commandId === journal.commandId);
  if (journal.kind === 'difference_closed' && double) {
    return journal.reversesId === null ? `${double.closedByName}: ${double.words}` : SEEN;
  }
  if (journal.kind === 'difference_closed') return correctedBy(journal, corrections);
  const way = ways.find(({ commandId }) => commandId === journal.commandId);
  if (journal.kind === 'paid_another_way' && way) {
    return `${way.settledByName}: ${way.reference}. ${way.reason}`;
  }
  const cause = causes.find(({ commandId }) => commandId === journal.commandId);
  return [cause ? causeAndWho(cause) : SEEN, journal.note].filter(Boolean).join('. ');
}

/** Both people of a correction, with what the one who asked wrote. */
function correctedBy(
  { effectKey, note }: PostedJournal,
  corrections: readonly CorrectionShown[],
): string {
  const correction = corrections.find(
    ({ differenceId }) => effectKeys.differenceClosed(differenceId) === effectKey,
  );
  if (!correction) return note ?? '';
  const { askedByName, answeredByName, words } = correction;
  const people = answeredByName === null ? askedByName : `${askedByName} and ${answeredByName}`;
  return `${note}. ${people}: ${words}`;
}

function causeAndWho(cause: JournalCause): string {
  const what = causeWords(cause);
  return cause.decidedBy === null ? what : `${what} by ${cause.decidedBy}`;
}

function balancesTable(journals: readonly PostedJournal[]): TableParams {
  const sums = new Map<LedgerAccount, { debit: number; credit: number }>();
  for (const { debit, credit, pence } of journals.flatMap(({ entries }) => entries)) {
    sumOf(sums, debit).debit += pence;
    sumOf(sums, credit).credit += pence;
  }
  const numeric = (text: string) => ({ content: text, isNumeric: true });
  return table({
    caption: 'What each account comes to',
    captionClasses: 'govuk-table__caption--m',
    scrollRegion: 'What each account comes to',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Account', numeric('Debits'), numeric('Credits'), numeric('Left')],
    rows: [...sums].map(([account, { debit, credit }]): Cell[] => [
      ACCOUNT_WORDS[account],
      numeric(formatPounds(debit)),
      numeric(formatPounds(credit)),
      numeric(leftWords(debit - credit)),
    ]),
  });
}

function sumOf(sums: Map<LedgerAccount, { debit: number; credit: number }>, of: LedgerAccount) {
  const known = sums.get(of) ?? { debit: 0, credit: 0 };
  sums.set(of, known);
  return known;
}

function leftWords(pence: number): string {
  if (pence === 0) return '£0';
  return `${formatPounds(Math.abs(pence))} ${pence > 0 ? 'debit' : 'credit'}`;
}
