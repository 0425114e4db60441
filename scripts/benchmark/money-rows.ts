import {
  effectKeys,
  type JournalKind,
  type Transfer,
} from '../../src/ledger/ledger-terms.rules.js';
import { newId } from '../../src/platform/database/new-id.js';
import type { GeneratedCase } from './case-rows.js';
import type { RowBatch } from './insert-rows.js';

const FEE = 5500;

type MadeCase = Pick<GeneratedCase, 'id' | 'status' | 'receivedAt' | 'decidedAt' | 'holdEndsAt'>;

/** The payment of a generated case and its ledger, as if the worker had followed it. */
export function addMoney(batch: RowBatch, made: MadeCase, decisionId: string | null): void {
  const id = newId();
  const isTaken = made.status === 'approved';
  batch.add('payments', {
    id,
    application_id: made.id,
    provider_payment_id: id.replaceAll('-', ''),
    amount_pence: FEE,
    state: stateOf(made),
    captured_pence: isTaken ? FEE : 0,
    captured_at: isTaken ? made.decidedAt : null,
    refunded_pence: 0,
    hold_ends_at: made.holdEndsAt,
    state_read_at: made.decidedAt ?? made.receivedAt,
    created_at: made.receivedAt,
  });
  const about = { paymentId: id, applicationId: made.id };
  const hold = post(batch, {
    ...{ ...about, kind: 'hold_placed', effectKey: effectKeys.holdPlaced(id) },
    ...{ at: made.receivedAt, entry: { debit: 'held', credit: 'customer', pence: FEE } },
  });
  if (made.decidedAt === null) return;
  const at = made.decidedAt;
  if (!isTaken || decisionId === null) {
    post(batch, {
      ...{ ...about, kind: 'hold_voided', effectKey: effectKeys.holdVoided(id), at },
      ...{ reversesId: hold, entry: { debit: 'customer', credit: 'held', pence: FEE } },
    });
    return;
  }
  post(batch, {
    ...{ ...about, kind: 'captured', effectKey: effectKeys.captured(id), at },
    entry: { debit: 'provider_clearing', credit: 'held', pence: FEE },
  });
  post(batch, {
    ...{ ...about, kind: 'fee_earned', effectKey: effectKeys.feeEarned(decisionId), at },
    entry: { debit: 'customer', credit: 'income', pence: FEE },
  });
}

function stateOf({ status, decidedAt }: MadeCase): string {
  if (decidedAt === null) return 'capturable';
  return status === 'approved' ? 'success' : 'cancelled';
}

interface Posting {
  paymentId: string;
  applicationId: string;
  kind: JournalKind;
  effectKey: string;
  reversesId?: string;
  at: Date;
  entry: Transfer;
}

function post(batch: RowBatch, posting: Posting): string {
  const id = newId();
  batch.add('ledger_journals', {
    id,
    payment_id: posting.paymentId,
    application_id: posting.applicationId,
    kind: posting.kind,
    effect_key: posting.effectKey,
    reverses_id: posting.reversesId ?? null,
    command_id: null,
    occurred_at: posting.at,
    recorded_at: posting.at,
    note: null,
  });
  batch.add('ledger_entries', {
    journal_id: id,
    line: 1,
    debit_account: posting.entry.debit,
    credit_account: posting.entry.credit,
    amount_pence: posting.entry.pence,
  });
  return id;
}
