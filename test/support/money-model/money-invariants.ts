import { FOREIGN_REFUND, refundIdOf } from '../../../src/ledger/ledger-terms.rules.js';
import { furthest } from '../../../src/payments/payment-actions.rules.js';
import { creditOf, foreignPence, isForeign, type MoneyTruth, truthOf } from './money-truth.js';
import type { MoneyHistory, PlainMoneyCase } from './money-history.js';

type Broken = [what: string, isSo: boolean];

const sum = (amounts: readonly number[]) => amounts.reduce((total, pence) => total + pence, 0);

/** What must come back in the end: all of it after a rejection, each exception exactly, and no more. */
function entitled(kase: PlainMoneyCase, truth: MoneyTruth): number {
  const taken = truth.status === 'success' ? kase.pence : 0;
  if (kase.decided === 'reject' || kase.decided === 'withdraw') return taken;
  return sum(kase.exceptions) + foreignPence(kase, truth);
}

/** True after every step, whatever is under way. */
export async function brokenMoney(history: MoneyHistory): Promise<string[]> {
  const broken = await inEach(history, (kase, truth) => [
    ['I2: more goes back than anybody may have', truth.refunded > entitled(kase, truth)],
    ['more is promised back than was taken', truth.promised > truth.captured],
    ['exceptions exceed what was taken', sum(kase.exceptions) > Math.max(0, truth.captured)],
    ['a fee is income before its money is taken', isEarly(truth)],
    ['I3: a journal moves nothing or parts of a penny', truth.journals.some(isOdd)],
    ['a debt to a resident is negative', creditOf(truth, 'refund_payable') < 0],
    ['we hold less than nothing', creditOf(truth, 'held') > 0],
    ['more left the clearing account than came', creditOf(truth, 'provider_clearing') > 0],
    ...knownOf(kase, truth),
    ...whoseRefunds(kase, truth),
  ]);
  return [...history.seen, ...broken];
}

/** What is known of a payment never goes back, whatever is read or kept late; rows hold UTC. */
function knownOf(kase: PlainMoneyCase, { kept, holdEndsAt }: MoneyTruth): Broken[] {
  const isBack = furthest(kase.reached, kept.state) !== kept.state;
  if (!isBack) kase.reached = kept.state;
  const ends = kept.state === 'capturable' ? holdEndsAt : null;
  return [
    [`what is known goes back from ${kase.reached} to ${kept.state}`, isBack],
    [`a hold ends at ${kept.holdEndsAt} instead of ${ends}`, kept.holdEndsAt !== ends],
  ];
}

/** Each refund of ours belongs to one command of ours, and a stranger's is never taken for ours. */
function whoseRefunds(kase: PlainMoneyCase, truth: MoneyTruth): Broken[] {
  const foreign = truth.refunds.filter((refund) => isForeign(kase, refund));
  const ours = truth.refunds.filter((refund) => !isForeign(kase, refund));
  const sent = truth.journals.filter(({ kind }) => kind === 'refund_sent');
  const noted = (refunds: MoneyTruth['refunds'], isStranger: boolean) =>
    sent.some(({ effectKey, note }) => {
      const isAmong = refunds.some(({ refund_id: id }) => id === refundIdOf(effectKey));
      return isAmong && (note === FOREIGN_REFUND) === isStranger;
    });
  return [
    ["I2: a stranger's refund is taken for ours", noted(foreign, false)],
    ["I2: our refund is taken for a stranger's", noted(ours, true)],
    ["a command has another's refund", truth.commands.some((command) => !isOwn(command, ours))],
    ['an account was below nothing for a moment', wasEverBelow(truth)],
  ];
}

function isOwn(
  { kind, reference, returns }: MoneyTruth['commands'][number],
  ours: MoneyTruth['refunds'],
): boolean {
  if (reference === null) return true;
  const refund = ours.find(({ refund_id: id }) => id === reference);
  return refund !== undefined && (kind === 'release' || refund.amount === Number(returns));
}

/** R-REP-3: a hold is a promise. In the order of the ledger: what was early once, was income. */
const isEarly = ({ journals }: MoneyTruth) => {
  const taken = journals.findIndex(({ kind }) => kind === 'captured');
  const earned = journals.findIndex(({ entries }) =>
    entries.some(({ credit }) => credit === 'income'),
  );
  return earned >= 0 && (taken < 0 || earned < taken);
};

/** Whoever looks at the ledger at any moment of its growth sees money that could be there. */
function wasEverBelow(truth: MoneyTruth): boolean {
  const moments = [...new Set(truth.journals.map(({ recordedAt }) => recordedAt.getTime()))];
  return moments.some((moment) => {
    const journals = truth.journals.filter(({ recordedAt }) => recordedAt.getTime() <= moment);
    const then = { ...truth, journals };
    return (
      creditOf(then, 'refund_payable') < 0 ||
      creditOf(then, 'income') < 0 ||
      creditOf(then, 'held') > 0 ||
      creditOf(then, 'provider_clearing') > 0
    );
  });
}

const isOdd = ({ entries }: MoneyTruth['journals'][number]) =>
  entries.length === 0 ||
  entries.some(({ pence, debit, credit }) => {
    return !Number.isSafeInteger(pence) || pence <= 0 || debit === credit;
  });

/** True when everything is done that can be done. */
export async function brokenAtRest(history: MoneyHistory): Promise<string[]> {
  const [now, settled] = await Promise.all([brokenMoney(history), settledTwice(history)]);
  const books = await inEach(history, (kase, truth) => [
    ...bookOf(kase, truth),
    ...effectsOf(kase, truth),
  ]);
  return [...now, ...settled, ...books];
}

const UNDER_WAY = ['requested', 'unknown', 'sent'];

function effectsOf(kase: PlainMoneyCase, truth: MoneyTruth): Broken[] {
  const needsPerson = truth.commands.some(({ state }) => state === 'needs_attention');
  const isReturned = kase.decided === 'reject' || kase.decided === 'withdraw';
  const isOver = needsPerson || kase.anotherWay > 0;
  return [
    ['a command never ends', truth.commands.some(({ state }) => UNDER_WAY.includes(state))],
    ['I2: less came back than was due', !isOver && truth.refunded !== entitled(kase, truth)],
    ['I2: a hold outlived its rejection', isReturned && truth.status === 'capturable' && !isOver],
    [
      'I2: an approval left money untaken and nobody was told',
      kase.decided === 'approve' && truth.status !== 'success' && !needsPerson,
    ],
    [
      'the outbox has a command more or less often than it was asked for',
      truth.asked !== truth.commands.length + kase.triedAgain,
    ],
    [
      'a decision or a cause has not one command',
      truth.commands.length !==
        Number(kase.decided !== null) + Number(kase.hasHoldEnded) + kase.exceptions.length,
    ],
  ];
}

/** I3: the ledger says of every account what the provider and the decisions say. */
function bookOf(kase: PlainMoneyCase, truth: MoneyTruth): Broken[] {
  const taken = truth.status === 'success' ? kase.pence : 0;
  const held = truth.status === 'capturable' ? kase.pence : 0;
  const foreign = foreignPence(kase, truth);
  const due = entitled(kase, truth);
  const fee = kase.decided === 'approve' ? taken - due : 0;
  const kept = kase.decided === null ? taken + held - foreign : 0;
  const owed = due - truth.refunded - kase.anotherWay;
  const wanted = {
    provider_clearing: truth.refunded - taken,
    held: -held,
    // More than the fee may go back by other hands: then it is the resident's account that shows it.
    income: Math.max(0, fee),
    customer: kept + Math.min(0, fee),
    refund_payable: owed,
    paid_another_way: kase.anotherWay,
    write_off: 0,
  } as const;
  return Object.entries(wanted).map(([account, pence]): Broken => {
    const found = creditOf(truth, account as keyof typeof wanted);
    return [`I3: ${account} stands at ${found} instead of ${pence}`, found !== pence];
  });
}

/** What never failed is settled once, and said once. */
async function settledTwice({ desk, cases }: MoneyHistory): Promise<string[]> {
  const rows = await desk.rows<{ said: string }>(
    `SELECT CONCAT(c.kind, ' was said to be settled ', COUNT(e.id), ' times') AS said
       FROM payment_commands c
       LEFT JOIN timeline_events e ON e.application_id = c.application_id
        AND e.type = 'payment-settled' AND e.payload LIKE CONCAT('%', c.id, '%')
      WHERE c.application_id IN (?) AND c.state = 'settled'
        AND NOT EXISTS (SELECT 1 FROM timeline_events f
                         WHERE f.application_id = c.application_id
                           AND f.type = 'payment-needs-attention'
                           AND f.payload LIKE CONCAT('%', c.id, '%'))
      GROUP BY c.id, c.kind HAVING COUNT(e.id) <> 1`,
    [cases.map(({ id }) => id)],
  );
  return rows.map(({ said }) => said);
}

async function inEach(
  history: MoneyHistory,
  look: (kase: PlainMoneyCase, truth: MoneyTruth) => Broken[],
): Promise<string[]> {
  const found = await Promise.all(
    history.cases.map(async (kase, index) => {
      const truth = await truthOf(history, kase);
      return look(kase, truth)
        .filter(([, isSo]) => isSo)
        .map(([what]) => `case ${index}: ${what}`);
    }),
  );
  return found.flat();
}
