import { journalsDue } from '../ledger/journals-due.rules.js';
import type { PaymentFacts } from '../ledger/payment-facts.rules.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import { postJournals } from '../ledger/ledger.store.js';
import {
  FOREIGN_REFUND,
  type JournalToPost,
  type PostedJournal,
  refundIdOf,
} from '../ledger/ledger-terms.rules.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import { MONEY_STAGE } from './money-stage.rules.js';
import type { ProviderPayment } from './payment-gateway.js';
import { commandsOfPayment, setReturns } from './payment-commands.store.js';
import { overturnedDecisions } from './overturned-decisions.queries.js';
import { type Payment, promiseReturn, recountReturns } from './payments.store.js';
import { type OwnedRefund, ownersOf } from './refund-owners.rules.js';

/** What was just read at the provider, or null where only our own facts changed. */
type Read = Pick<
  ProviderPayment,
  'state' | 'amountPence' | 'createdAt' | 'isDelayedCapture' | 'capturedAt' | 'refunds'
> | null;

export interface MoneyPosted {
  posted: JournalToPost[];
  refunds: OwnedRefund[];
  refundedPence: Pence;
}

/**
 * Posts what the ledger lacks about one payment, after the provider was read or after something was
 * decided. The caller holds the payment's lock and has written its state (`furthest`) before. The
 * only way money of cases comes into the ledger, whoever calls, in whatever order.
 */
export async function postMoney(
  tx: Tx,
  { payment, read, at }: { payment: Payment; read: Read; at: Date },
): Promise<MoneyPosted> {
  const before = await ledgerOf(tx, { paymentId: payment.id });
  await workOutReturns(tx, payment);
  const commands = await commandsOfPayment(tx, payment.id);
  const overturned = await overturnedDecisions(tx, payment.id);
  const refunds = ownersOf({
    commands,
    refunds: read?.refunds ?? [],
    posted: postedRefunds(before),
  });
  const seenAt = new Map((read?.refunds ?? []).map(({ id, createdAt }) => [id, createdAt]));
  const due = journalsDue(before, {
    ...whereItIs(payment, read),
    refunds: refunds.map((refund) => ({
      ...{ id: refund.id, pence: refund.amountPence, isFailed: refund.status === 'error' },
      ...{ commandId: refund.commandId, isOurs: refund.isOurs, at: seenAt.get(refund.id) ?? null },
    })),
    commands: commands.map(({ id, kind, decisionId, returnsPence, requestedAt }) => ({
      ...{ id, kind, decisionId, returnsPence, requestedAt },
      isOverturned: decisionId !== null && overturned.has(decisionId),
    })),
    learntAt: at,
  });
  const posted = await postJournals(tx, due, at);
  const all = [...before, ...posted];
  if (posted.some(isForeignReturn)) await countForeignReturns(tx, payment.id, all);
  return { posted, refunds, refundedPence: sum(all, 'refund_sent') - sum(all, 'refund_failed') };
}

function whereItIs(payment: Payment, read: Read) {
  const state = payment.stateReadAt === null ? 'created' : payment.state;
  const isHeldNow = state === 'capturable' || read?.state === 'capturable';
  return {
    paymentId: payment.id,
    applicationId: payment.applicationId,
    stage: MONEY_STAGE[state],
    wasHeld: isHeldNow || (read?.state === 'success' && read.isDelayedCapture),
    amountPence: read?.amountPence ?? (payment.capturedPence || payment.amountPence),
    heldAt: read?.createdAt ?? payment.createdAt,
    takenAt: read?.capturedAt ?? payment.capturedAt,
  } satisfies Partial<PaymentFacts>;
}

/** A release of money that is taken gives back all that nobody was promised before. */
async function workOutReturns(tx: Tx, payment: Payment): Promise<void> {
  if (payment.capturedPence === 0) return;
  let left = Math.max(0, payment.capturedPence - payment.returnsPromisedPence);
  for (const { id, kind, returnsPence } of await commandsOfPayment(tx, payment.id)) {
    if (kind !== 'release' || returnsPence !== null) continue;
    if (left > 0 && !(await promiseReturn(tx, payment.id, left))) {
      throw new Error('More was promised back than the locked payment says.');
    }
    await setReturns(tx, id, left);
    left = 0;
  }
}

type Posted = Pick<JournalToPost, 'kind' | 'commandId' | 'entries'>;

function isForeignReturn({ kind, commandId }: Posted): boolean {
  return commandId === null && (kind === 'refund_owed' || kind === 'refund_not_owed');
}

/** What somebody gave back at the payment service is not there to be promised again. */
async function countForeignReturns(
  tx: Tx,
  paymentId: string,
  journals: readonly Posted[],
): Promise<void> {
  const foreign = journals.filter(isForeignReturn);
  const pence = sum(foreign, 'refund_owed') - sum(foreign, 'refund_not_owed');
  await recountReturns(tx, paymentId, pence);
}

function sum(
  journals: readonly Pick<JournalToPost, 'kind' | 'entries'>[],
  kind: JournalToPost['kind'],
): Pence {
  return journals
    .filter((journal) => journal.kind === kind)
    .flatMap(({ entries }) => entries)
    .reduce((total, { pence }) => total + pence, 0);
}

function postedRefunds(journals: readonly PostedJournal[]) {
  const reversed = new Set(journals.map(({ reversesId }) => reversesId));
  return new Map(
    journals
      .filter(({ kind }) => kind === 'refund_sent')
      .map(({ id, effectKey, commandId, note }) => [
        refundIdOf(effectKey),
        { commandId, isOurs: note !== FOREIGN_REFUND, isFailed: reversed.has(id) },
      ]),
  );
}
