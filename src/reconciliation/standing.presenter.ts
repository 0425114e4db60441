import type { CorrectionTotals } from '../payment-comparisons/corrections.queries.js';
import type { Trouble } from '../payment-comparisons/watch.rules.js';
import { warningText, type WarningTextParams } from '../platform/web/components/messages.js';
import { countText } from '../shared/duration-text.js';
import { formatDateTime } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';

/** Where reconciling stands: what is wrong with it, and what it comes to in the ledger. */
export interface ReconciliationStanding {
  warnings: WarningTextParams[];
  lastEnded: string;
  open: string;
  corrected: string;
}

interface Standing {
  troubles: readonly Trouble[];
  totals: CorrectionTotals;
  lastEndedAt: Date | null;
}

export function reconciliationStanding(standing: Standing): ReconciliationStanding {
  const { troubles, totals } = standing;
  const apart = ledgerApart(totals);
  return {
    warnings: [...troubles.map(troubleWords), ...(apart === null ? [] : [apart])].map((text) =>
      warningText(text),
    ),
    lastEnded: lastEndedWords(standing),
    open: openWords(totals),
    corrected: correctedWords(totals),
  };
}

/** Empty where a warning says it already. */
function lastEndedWords({ troubles, lastEndedAt }: Standing): string {
  if (troubles.some(({ trouble }) => trouble === 'reconciliation-overdue')) return '';
  return lastEndedAt === null
    ? 'No daily comparison has finished yet.'
    : `The last daily comparison finished on ${formatDateTime(lastEndedAt)}.`;
}

function troubleWords(one: Trouble): string {
  switch (one.trouble) {
    case 'reconciliation-overdue':
      return one.lastEndedAt === null
        ? 'The daily comparison has never finished. Tell whoever looks after the system.'
        : `The daily comparison is overdue: none has finished since ${formatDateTime(one.lastEndedAt)}. Tell whoever looks after the system.`;
    case 'reconciliation-stopped':
      return `The daily comparison of ${formatDateTime(one.startedAt)} stopped. Compare the last two weeks again below.`;
    case 'reconciliation-stuck':
      return `A comparison has got no further since ${formatDateTime(one.since)}. Tell whoever looks after the system.`;
    case 'differences-unexplained':
      return `The oldest open difference was found on ${formatDateTime(one.oldestAt)}. Somebody must look at it.`;
  }
}

function openWords({ open, openPence, waiting }: CorrectionTotals): string {
  if (open === 0) return 'No difference is open.';
  const all = `${countText(open, 'difference')} ${open === 1 ? 'is' : 'are'} open.`;
  const asked =
    waiting === 0
      ? ''
      : ` ${countText(waiting, 'correction')} ${waiting === 1 ? 'waits' : 'wait'} for a colleague.`;
  return `${all} ${apartInAll(open, openPence)}${asked}`;
}

function apartInAll(open: number, pence: Pence): string {
  const [leaves, puts] =
    open === 1 ? ['It leaves', 'It puts'] : ['Together they leave', 'Together they put'];
  if (pence === 0) return `${leaves} our ledger as it is.`;
  const side = pence > 0 ? 'short of' : 'above';
  return `${puts} our ledger ${formatPounds(Math.abs(pence))} ${side} the payment service.`;
}

function correctedWords({ corrected, correctedPence, ledgerPence }: CorrectionTotals): string {
  if (corrected === 0) return 'The ledger was never corrected.';
  const times = corrected === 1 ? 'once' : `${corrected} times`;
  const same = correctedPence === ledgerPence ? ` ${SAME}` : '';
  return `The ledger was corrected ${times}, by ${formatPounds(correctedPence)}${corrected === 1 ? '' : ' together'}.${same}`;
}

const SAME = 'The ledger says the same, in its account “Written off”.';

/** Every correction is a posting: its account must come to what the list of corrections comes to. */
function ledgerApart({ correctedPence, ledgerPence }: CorrectionTotals): string | null {
  if (correctedPence === ledgerPence) return null;
  const apart = formatPounds(Math.abs(ledgerPence - correctedPence));
  return `The corrections and the ledger, in its account “Written off”, are ${apart} apart. Tell whoever looks after the ledger, and change nothing by hand.`;
}
