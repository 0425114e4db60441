import type { JournalKind, LedgerAccount, Transfer } from '../ledger/ledger-terms.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { CorrectionCause, CorrectionState } from './corrections.rules.js';

/** A correction of the ledger with the names of both people. */
export interface CorrectionShown {
  id: string;
  differenceId: string;
  cause: CorrectionCause;
  words: string;
  gainPence: Pence;
  sizePence: Pence;
  state: CorrectionState;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  answeredByName: string | null;
  answeredAt: Date | null;
  answerFormId: string | null;
  declineWords: string | null;
}

const SHOWN = `SELECT c.id, c.difference_id AS differenceId, c.cause, c.words,
    c.gain_pence AS gainPence, c.size_pence AS sizePence, c.state, c.asked_by AS askedBy,
    asker.display_name AS askedByName, c.asked_at AS askedAt,
    answerer.display_name AS answeredByName, c.answered_at AS answeredAt,
    c.answer_form_id AS answerFormId, c.decline_words AS declineWords
  FROM reconciliation_corrections c
  JOIN staff_accounts asker ON asker.id = c.asked_by
  LEFT JOIN staff_accounts answerer ON answerer.id = c.answered_by`;

/** Of one difference, the first one first; only the last can be other than declined. */
export async function correctionsOf(
  reader: Reader,
  differenceId: string,
): Promise<CorrectionShown[]> {
  return shown(
    await reader.query(`${SHOWN} WHERE c.difference_id = ? ORDER BY c.asked_at, c.id`, [
      differenceId,
    ]),
  );
}

/** Posted to the ledger of one case. */
export async function correctionsOfCase(
  reader: Reader,
  applicationId: string,
): Promise<CorrectionShown[]> {
  return shown(
    await reader.query(
      `${SHOWN} JOIN reconciliation_differences d ON d.id = c.difference_id
        WHERE d.application_id = ? AND c.state = 'posted' ORDER BY c.asked_at, c.id`,
      [applicationId],
    ),
  );
}

/** A BIGINT comes as text. */
function shown(rows: readonly CorrectionShown[]): CorrectionShown[] {
  return rows.map((row) => ({
    ...row,
    gainPence: Number(row.gainPence),
    sizePence: Number(row.sizePence),
  }));
}

/** The lines that the closed differences of one payment at the service posted. */
const POSTED = `SELECT j.effect_key AS effectKey, j.kind, j.occurred_at AS occurredAt,
    e.debit_account AS debit, e.credit_account AS credit, e.amount_pence AS pence
  FROM reconciliation_differences d
  JOIN ledger_journals j ON j.effect_key = CONCAT('closed:', d.id)
  JOIN ledger_entries e ON e.journal_id = j.id
  WHERE d.provider_payment_id = ?`;

/** Journals that corrected the ledger of one payment at the service, and that none has taken back. */
export async function standingCorrections(
  reader: Reader,
  providerPaymentId: string,
): Promise<{ effectKey: string; entries: Transfer[] }[]> {
  const rows: Line[] = await reader.query(
    `${POSTED}
        AND NOT EXISTS (SELECT 1 FROM ledger_journals r WHERE r.reverses_id = j.id)
      ORDER BY j.recorded_at, j.id, e.line`,
    [providerPaymentId],
  );
  return gathered(rows);
}

export interface CorrectionTotals {
  open: number;
  /** What the payment service has beyond the ledger, by the differences that are open. */
  openPence: Pence;
  corrected: number;
  correctedPence: Pence;
  /** The same by the ledger: what they put to the credit of `write_off`; commands are no corrections. */
  ledgerPence: Pence;
  waiting: number;
}

/** Both sides in one statement, so that nothing moves between them (R8.6). */
export async function correctionTotals(reader: Reader): Promise<CorrectionTotals> {
  const [row]: Record<keyof CorrectionTotals, string>[] = await reader.query(
    `SELECT o.open, o.openPence, c.corrected, c.correctedPence, c.waiting,
            (SELECT COALESCE(SUM(CASE WHEN e.credit_account = 'write_off' THEN e.amount_pence
                                      ELSE -e.amount_pence END), 0)
               FROM ledger_entries e JOIN ledger_journals j ON j.id = e.journal_id
              WHERE j.command_id IS NULL
                AND (e.credit_account = 'write_off' OR e.debit_account = 'write_off')) AS ledgerPence
       FROM (SELECT COUNT(*) AS open, COALESCE(SUM(d.gain_pence), 0) AS openPence
               FROM reconciliation_differences d
              WHERE d.cleared_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e
                                 WHERE e.difference_id = d.id)) AS o,
            (SELECT COALESCE(SUM(state = 'posted'), 0) AS corrected,
                    COALESCE(SUM(CASE WHEN state = 'posted' THEN gain_pence END), 0)
                      AS correctedPence,
                    COALESCE(SUM(state = 'waiting'), 0) AS waiting
               FROM reconciliation_corrections) AS c`,
  );
  const number = (name: keyof CorrectionTotals) => Number(row?.[name] ?? 0);
  return {
    ...{ open: number('open'), openPence: number('openPence'), waiting: number('waiting') },
    ...{ corrected: number('corrected'), correctedPence: number('correctedPence') },
    ledgerPence: number('ledgerPence'),
  };
}

/** What was posted about a payment that no application names. */
export async function journalsOfUnplaced(
  reader: Reader,
  providerPaymentId: string,
): Promise<{ kind: JournalKind; occurredAt: Date; entries: Transfer[] }[]> {
  const rows: Line[] = await reader.query(
    `${POSTED}
        AND j.payment_id IS NULL ORDER BY j.recorded_at, j.id, e.line`,
    [providerPaymentId],
  );
  return gathered(rows);
}

interface Line {
  effectKey: string;
  kind: JournalKind;
  occurredAt: Date;
  debit: LedgerAccount;
  credit: LedgerAccount;
  pence: string;
}

function gathered(rows: readonly Line[]) {
  const journals = new Map<string, Pick<Line, 'effectKey' | 'kind' | 'occurredAt'> & Entries>();
  for (const { debit, credit, pence, ...journal } of rows) {
    const known = journals.get(journal.effectKey) ?? { ...journal, entries: [] };
    known.entries.push({ debit, credit, pence: Number(pence) });
    journals.set(journal.effectKey, known);
  }
  return [...journals.values()];
}

interface Entries {
  entries: Transfer[];
}
