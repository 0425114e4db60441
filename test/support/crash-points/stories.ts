import { fillApproval, fillRejection, fillWithdrawal, press } from '../faults/officers.js';
import { type MoneyMove, MONEY_MOVES } from '../faults/settled-cases.js';
import { waitUntil } from '../faults/wait-until.js';
import type { CrashDesk } from './crash-desk.js';
import { NOTICE_STORIES } from './notice-stories.js';
import {
  type Answered,
  BOOKS,
  browserOf,
  pressed,
  quiet,
  type Story,
  unlessDead,
} from './telling.js';

const FILL = { approve: fillApproval, reject: fillRejection, withdraw: fillWithdrawal } as const;

function decision(name: string, how: keyof typeof FILL, move: MoneyMove): Story {
  return {
    ...{ name, answer: 303, moved: [move], asked: 1, notices: [], books: BOOKS[move] },
    tell: async (desk) => {
      const added = await desk.addCase(desk.officer.id, MONEY_MOVES[move].money);
      const form = await FILL[how](await browserOf(desk), added);
      return { added, press: () => pressed(desk, form) };
    },
  };
}

const HALF = {
  amount: '27.50',
  reason: 'our_mistake',
  words: 'Wrong class.',
  askedBy: 'resident',
};

/** An approved case of which the resident gets a half back: one asks, another signs. */
const exception: Story = {
  name: 'an exception to what is never refunded',
  answer: 303,
  moved: ['capture', 'refund'],
  asked: 2,
  notices: [],
  books: {
    journals: ['captured', 'fee_earned', 'hold_placed', 'refund_owed', 'refund_sent'],
    credits: { provider_clearing: -2750, income: 2750 },
  },
  tell: async (desk) => {
    const added = await desk.addCase(desk.officer.id, 'held');
    const browser = await browserOf(desk);
    await press(browser, await fillApproval(browser, added));
    await quiet(desk);
    const path = `/applications/${added.reference}/refund-exceptions`;
    const toAsk = await browser.get(`${path}/new`);
    let toSign: Awaited<ReturnType<typeof formToSign>> | null = null;
    const askAndSign = async (): Promise<Answered> => {
      const { status } = await (await browserOf(desk)).submit(toAsk, HALF);
      if (status !== 303) return status;
      toSign ??= await formToSign(desk, added.id, path);
      const signer = await browserOf(desk, desk.supervisor);
      return (await signer.submit(toSign, { step: 'send' })).status;
    };
    return { added, press: () => unlessDead(desk, askAndSign) };
  },
};

/** What the other person reads before signing. */
async function formToSign(desk: CrashDesk, applicationId: string, path: string) {
  const rows = await desk.database.rows<{ id: string }>(
    'SELECT id FROM refund_exceptions WHERE application_id = ?',
    [applicationId],
  );
  const signer = await browserOf(desk, desk.supervisor);
  const page = await signer.get(`${path}/${rows.map(({ id }) => id).join()}`);
  return signer.submit(page, { answer: 'approve', step: 'check' });
}

const HOURS_LEFT = 11;

/** A hold that nobody decided about for 108 hours is taken, so that it does not lapse (R-PAY-1). */
const holdEnding: Story = {
  ...{ name: 'a capture at 108 hours', answer: 303, moved: ['capture'], asked: 1, notices: [] },
  books: BOOKS.taken,
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
  ...NOTICE_STORIES,
];
