import { randomUUID } from 'node:crypto';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { SettleAnotherWay } from '../../../src/refunds-board/settle-another-way.js';
import { TryPaymentAgain } from '../../../src/refunds-board/try-payment-again.js';
import { londonDateOf } from '../../../src/shared/london-date.js';
import type { MoneyHistory } from './money-history.js';

interface ForPeople {
  id: string;
  paymentId: string;
  applicationId: string;
}

export function commandsForPeople({ desk, cases }: MoneyHistory): Promise<ForPeople[]> {
  return desk.rows<ForPeople>(
    `SELECT id, payment_id AS paymentId, application_id AS applicationId FROM payment_commands
      WHERE state = 'needs_attention' AND application_id IN (?) ORDER BY requested_at, id`,
    [cases.map(({ id }) => id)],
  );
}

type Help = 'again' | 'another_way';

/** A person takes one of what no machine could do. */
export async function askPerson(
  history: MoneyHistory,
  { pick, does }: { pick: number; does: Help },
): Promise<string> {
  const waiting = await commandsForPeople(history);
  const chosen = waiting[pick % Math.max(1, waiting.length)];
  return chosen ? helpOut(history, chosen, does) : 'nothing needs a person';
}

/** As the refunds board does it: put back to work, or paid back by another way than the card. */
export async function helpOut(
  { desk, cases }: MoneyHistory,
  { id: commandId, applicationId }: ForPeople,
  does: Help,
): Promise<string> {
  const { app, clock, staff } = desk;
  const kase = cases.find((one) => one.id === applicationId);
  if (!kase) throw new Error('A command of no case of this history.');
  const unitOfWork = app.get(UnitOfWork);
  if (does === 'again') {
    const again = new TryPaymentAgain(unitOfWork, app.get(Outbox), clock);
    if (!(await again.run(commandId, staff.sue.id))) return 'not waiting';
    kase.triedAgain += 1;
    return 'again';
  }
  const settle = new SettleAnotherWay(unitOfWork, app.get(Outbox), clock, app.get(Settings));
  const came = await settle.run({
    ...{ commandId, supervisor: staff.sue, formId: randomUUID() },
    ...{ reference: 'BACS 4711', reason: 'The card is closed.', way: 'bank_transfer' },
    ...{ paidOn: londonDateOf(clock.now()), isChecked: false, letterShown: null },
  });
  if (!came.ok) return came.refusal;
  const [paid] = await desk.rows<{ pence: string }>(
    'SELECT amount_pence AS pence FROM returns_another_way WHERE command_id = ?',
    [commandId],
  );
  kase.anotherWay += Number(paid?.pence);
  return `paid ${paid?.pence} another way`;
}
