import type { FaultCase } from '../faults/fault-bench.js';
import {
  fillApproval,
  fillRejection,
  fillWithdrawal,
  type FilledForm,
  type Officer,
  press,
} from '../faults/officers.js';
import { type MoneyMove, MONEY_MOVES, waitUntilQuiet } from '../faults/settled-cases.js';
import { waitUntil } from '../faults/wait-until.js';
import type { Books } from './books.js';
import type { CrashDesk } from './crash-desk.js';

/** One thing that happens to one case, begun by a button that may be pressed again after a crash. */
export interface Told {
  added: FaultCase;
  /** The status it was answered with; null when the web process died. */
  press(): Promise<number | null>;
  /** Resolves when the worker has found what is to be done. */
  begun?(): Promise<void>;
}

export interface Story {
  name: string;
  /** What happens at the payment service in the end, each once. */
  moved: MoneyMove[];
  /** What the ledger says in the end, whoever died in between. */
  books: Books;
  tell(desk: CrashDesk): Promise<Told>;
}

const FILL = { approve: fillApproval, reject: fillRejection, withdraw: fillWithdrawal } as const;

const BOOKS: Readonly<Record<MoneyMove, Books>> = {
  cancel: { journals: ['hold_placed', 'hold_voided'], credits: {} },
  refund: { journals: ['captured', 'refund_owed', 'refund_sent'], credits: {} },
  capture: {
    journals: ['captured', 'fee_earned', 'hold_placed'],
    credits: { provider_clearing: -5500, income: 5500 },
  },
};

function decision(name: string, how: keyof typeof FILL, move: MoneyMove): Story {
  return {
    ...{ name, moved: [move], books: BOOKS[move] },
    tell: async (desk) => {
      const added = await desk.addCase(desk.officer.id, MONEY_MOVES[move].money);
      const form = await FILL[how](await browserOf(desk), added);
      return { added, press: () => pressed(desk, form) };
    },
  };
}

async function browserOf(desk: CrashDesk, who: Officer = desk.officer) {
  const { url } = await desk.web.alive();
  return who.at(url);
}

async function pressed(desk: CrashDesk, form: FilledForm): Promise<number | null> {
  const browser = await browserOf(desk);
  return press(browser, form).then(
    ({ status }) => status,
    () => null,
  );
}

/** An approved case of which the resident gets a half back: one asks, another signs. */
const exception: Story = {
  name: 'an exception to what is never refunded',
  moved: ['capture', 'refund'],
  books: {
    journals: ['captured', 'fee_earned', 'hold_placed', 'refund_owed', 'refund_sent'],
    credits: { provider_clearing: -2750, income: 2750 },
  },
  tell: async (desk) => {
    const added = await desk.addCase(desk.officer.id, 'held');
    const browser = await browserOf(desk);
    await press(browser, await fillApproval(browser, added));
    await waitUntilQuiet(desk);
    const path = `/applications/${added.reference}/refund-exceptions`;
    const asked = {
      amount: '27.50',
      reason: 'our_mistake',
      words: 'Wrong class.',
      askedBy: 'resident',
    };
    await browser.submit(await browser.get(`${path}/new`), asked);
    const [row] = await desk.database.rows<{ id: string }>(
      'SELECT id FROM refund_exceptions WHERE application_id = ?',
      [added.id],
    );
    const signer = await browserOf(desk, desk.supervisor);
    const page = await signer.get(`${path}/${row?.id ?? 'none'}`);
    const check = await signer.submit(page, { answer: 'approve', step: 'check' });
    return {
      added,
      press: async () => {
        const again = await browserOf(desk, desk.supervisor);
        return again.submit(check, { step: 'send' }).then(
          ({ status }) => status,
          () => null,
        );
      },
    };
  },
};

const HOURS_LEFT = 11;

/** A hold that nobody decided about for 108 hours is taken, so that it does not lapse (R-PAY-1). */
const holdEnding: Story = {
  name: 'a capture at 108 hours',
  moved: ['capture'],
  books: {
    journals: ['captured', 'hold_placed'],
    credits: { provider_clearing: -5500, customer: 5500 },
  },
  tell: async (desk) => {
    const added = await desk.addCase(desk.officer.id, 'held');
    const { rows } = desk.database;
    const ofCase = 'SELECT id FROM payment_commands WHERE application_id = ?';
    return {
      added,
      press: async () => {
        const end = `UTC_TIMESTAMP(3) + INTERVAL ${HOURS_LEFT} HOUR`;
        await rows(`UPDATE payments SET hold_ends_at = ${end} WHERE application_id = ?`, [
          added.id,
        ]);
        await rows(`UPDATE applications SET hold_ends_at = ${end} WHERE id = ?`, [added.id]);
        await rows(
          `UPDATE periodic_turns SET due_at = UTC_TIMESTAMP(3) WHERE task = 'follow-holds'`,
        );
        return 303;
      },
      begun: () =>
        waitUntil('the hold was found', async () => (await rows(ofCase, [added.id])).length > 0),
    };
  },
};

export const STORIES: readonly Story[] = [
  decision('a rejection of a hold', 'reject', 'cancel'),
  decision('a rejection of money taken', 'reject', 'refund'),
  decision('an approval', 'approve', 'capture'),
  decision('a withdrawal', 'withdraw', 'cancel'),
  exception,
  holdEnding,
];
