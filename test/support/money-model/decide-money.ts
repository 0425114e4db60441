import { randomUUID } from 'node:crypto';
import { approvalFactsOf } from '../../../src/approval-gate/approval-facts.queries.js';
import { approvalObstacles } from '../../../src/approval-gate/approval-obstacles.rules.js';
import { approvalTerms, termsKey } from '../../../src/approval/approval-terms.rules.js';
import { vehicleElsewhere } from '../../../src/approval/vehicle-elsewhere.queries.js';
import { type CaseFile, readCaseFile } from '../../../src/case-file/case-file.queries.js';
import { moneyKey, moneyOf } from '../../../src/case-file/case-words.rules.js';
import { FollowHold } from '../../../src/hold-endings/follow-hold.js';
import { lockMoney } from '../../../src/payments/lock-money.js';
import { moveMoney } from '../../../src/payments/move-money.js';
import { commandsOf } from '../../../src/payments/payment-commands.store.js';
import { findPayment, promiseReturn } from '../../../src/payments/payments.store.js';
import { Database, type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { NOT_IN_ZONE } from '../model/reasons.js';
import { useCasesOf } from '../model/use-cases.js';
import type { MoneyHistory, PlainMoneyCase } from './money-history.js';

/** Decides by the real use case, as the case stands now; answers `ok` or why not. */
export async function decide(
  history: MoneyHistory,
  kase: PlainMoneyCase,
  outcome: 'reject' | 'approve' | 'withdraw',
): Promise<string> {
  const { desk } = history;
  const now = new Date(history.now);
  const { reader } = desk.app.get(Database);
  const file = await readCaseFile(reader, kase.reference, now);
  if (!file) throw new Error('The case is gone.');
  const use = useCasesOf(desk, desk.app.get(UnitOfWork));
  const form = {
    ...{ applicationId: kase.id, uprn: kase.uprn, officer: desk.staff.ann, privateNote: null },
    ...{ seenVersion: file.application.version, formId: randomUUID() },
  };
  const moneyShown = moneyKey(moneyOf(file.payment, file.commands));
  const came = await {
    approve: async () =>
      use.approve.run({ ...form, termsShown: await termsOf(history, file, form) }),
    reject: () => use.reject.run({ ...form, moneyShown, reasons: [NOT_IN_ZONE] }),
    withdraw: () =>
      use.withdraw.run({ ...form, moneyShown, reason: { code: 'asked_for', ownWords: '' } }),
  }[outcome]();
  if (came.ok) kase.decided = outcome;
  return came.ok ? 'ok' : came.refusal;
}

async function termsOf(
  { desk, now }: MoneyHistory,
  file: CaseFile,
  { formId }: { formId: string },
) {
  const { reader } = desk.app.get(Database);
  const facts = await approvalFactsOf(reader, file, { now: new Date(now), formId });
  if (approvalObstacles(facts).length > 0) return '';
  const elsewhere = await vehicleElsewhere(reader, file.application, new Date(now));
  return termsKey(approvalTerms(facts), facts, elsewhere);
}

/** Twelve hours before a hold lapses: the 108th hour (R-PAY-1). */
const LAST_HOURS_MS = 12 * 3_600_000;

/**
 * The money of a case that nobody decided about is taken before its hold lapses. Answers whether it
 * is: it must be while it is held.
 */
export async function endHold(history: MoneyHistory, kase: PlainMoneyCase): Promise<string> {
  if (kase.decided !== null || kase.hasHoldEnded) return 'not now';
  const { desk } = history;
  const payment = await findPayment(desk.app.get(Database).reader, kase.id);
  const holdEndsAt = payment?.holdEndsAt?.getTime() ?? 0;
  const isHeld = payment?.state === 'capturable' && holdEndsAt > history.now;
  const late = holdEndsAt - LAST_HOURS_MS;
  if (isHeld && history.now < late) await goTo(history, late);
  await desk.worker.get(FollowHold).run(kase.id);
  const commands = await commandsOf(desk.app.get(Database).reader, kase.id);
  kase.hasHoldEnded = commands.some(({ causeKind }) => causeKind === 'hold_ending');
  if (kase.hasHoldEnded !== isHeld) throw new Error('A hold ends, and its money is not taken.');
  return kase.hasHoldEnded ? 'ok' : 'nothing is held';
}

export async function goTo(history: MoneyHistory, now: number): Promise<void> {
  history.now = now;
  await history.desk.setClock(now);
}

/** Several exceptions at once, each exact; what there is no room for is not promised (R-CAN-2). */
export async function giveExceptions(
  history: MoneyHistory,
  kase: PlainMoneyCase,
  pence: readonly number[],
): Promise<string> {
  if (kase.decided !== 'approve') return 'not now';
  const promised = await Promise.all(
    pence.map((amountPence) =>
      move(history, kase, async (tx, payment) => {
        if (!(await promiseReturn(tx, payment.id, amountPence))) return false;
        const cause = { kind: 'exception', id: randomUUID() } as const;
        return moving(history, tx, { payment, cause, kind: 'refund', amountPence });
      }),
    ),
  );
  const given = pence.filter((_, index) => promised[index]);
  kase.exceptions.push(...given);
  return `promised ${given.join(', ')}`;
}

type Payment = Awaited<ReturnType<typeof lockMoney>>;

function move(
  { desk }: MoneyHistory,
  { id, paymentId }: PlainMoneyCase,
  work: (tx: Tx, payment: Payment) => Promise<boolean>,
): Promise<boolean> {
  return desk.app.get(UnitOfWork).run(async (tx) => {
    return work(tx, await lockMoney(tx, { applicationId: id, paymentId }));
  });
}

async function moving(
  { desk, now }: MoneyHistory,
  tx: Tx,
  wanted: Pick<Parameters<typeof moveMoney>[2], 'payment' | 'cause' | 'kind' | 'amountPence'>,
): Promise<true> {
  const outbox = desk.app.get(Outbox);
  await moveMoney(tx, outbox, { ...wanted, actor: { kind: 'system' }, at: new Date(now) });
  return true;
}
