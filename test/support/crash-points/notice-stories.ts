import type { OutsideHappening } from '../../../sandbox/pay/meanwhile.js';
import type { WebhookEventType } from '../../../sandbox/pay/webhooks/webhook-message.record.js';
import type { FaultCase } from '../faults/fault-bench.js';
import { fillApproval, fillRejection, press } from '../faults/officers.js';
import { MONEY_MOVES, type MoneyMove } from '../faults/settled-cases.js';
import type { CrashDesk } from './crash-desk.js';
import {
  type Answered,
  BOOKS,
  browserOf,
  pressed,
  quiet,
  type Story,
  unlessDead,
} from './telling.js';

/** Read again for it: that is all a notice is good for. */
const NOTICED = { answer: 204, notices: ['payment_read'] } as const;

/** Makes one notice about the case; what is returned has it sent, again and again the same one. */
async function notice(
  desk: CrashDesk,
  { providerPaymentId: paymentId }: FaultCase,
  eventType: WebhookEventType,
): Promise<() => Promise<Answered>> {
  const { id } = await desk.sandbox.control.makeWebhook({ paymentId, eventType });
  return async () => {
    const { url } = await desk.web.alive();
    const webhookUrl = `${url}/webhooks/pay`;
    await desk.sandbox.control.changeSettings({ webhookUrl, webhooksHeld: true });
    const [status] = await desk.sandbox.control.deliverWebhooks([id]);
    await desk.sandbox.control.changeSettings({ webhookUrl: '' });
    if (status === undefined || status === null) throw new Error('The notice was not answered.');
    return status;
  };
}

interface ByHand {
  move: MoneyMove;
  happening: OutsideHappening;
  eventType: WebhookEventType;
}

/** A colleague does it at the payment service, and here it is known by the notice alone. */
function byHand(
  name: string,
  books: Story['books'],
  { move, happening, eventType }: ByHand,
): Story {
  return {
    ...{ name, moved: [move], asked: 0, books, ...NOTICED },
    tell: async (desk) => {
      const added = await desk.addCase(desk.officer.id, MONEY_MOVES[move].money);
      await desk.sandbox.control.letHappen(added.providerPaymentId, happening);
      const send = await notice(desk, added, eventType);
      return { added, press: () => unlessDead(desk, send) };
    },
  };
}

/** It says nothing new, and nothing may come of it. */
const ofOurOwn: Story = {
  ...{ name: 'a notice of our own capture', moved: ['capture'], asked: 1, ...NOTICED },
  books: BOOKS.capture,
  tell: async (desk) => {
    const added = await desk.addCase(desk.officer.id);
    const browser = await browserOf(desk);
    await press(browser, await fillApproval(browser, added));
    await quiet(desk);
    const send = await notice(desk, added, 'card_payment_captured');
    return { added, press: () => unlessDead(desk, send) };
  },
};

/** Its reading and the release of the same payment are under way at once. */
const inTheMidst: Story = {
  ...{ name: 'a notice in the midst of a rejection', moved: ['refund'], asked: 1, ...NOTICED },
  books: BOOKS.refund,
  tell: async (desk) => {
    const added = await desk.addCase(desk.officer.id, 'captured');
    const form = await fillRejection(await browserOf(desk), added);
    const send = await notice(desk, added, 'card_payment_settled');
    const both = async () => {
      const status = await pressed(desk, form);
      return status === 303 ? send() : status;
    };
    return { added, press: () => unlessDead(desk, both) };
  },
};

export const NOTICE_STORIES: readonly Story[] = [
  byHand('a notice of a capture by hand', BOOKS.taken, {
    ...{ move: 'capture', happening: 'captured', eventType: 'card_payment_captured' },
  }),
  byHand('a notice of a refund by hand', BOOKS.given_back, {
    ...{ move: 'refund', happening: 'refunded', eventType: 'card_payment_refunded' },
  }),
  ofOurOwn,
  inTheMidst,
];
