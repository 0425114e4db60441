import fc from 'fast-check';
import type { Act } from './acts.js';
import { missingKind } from './draw-form.js';
import { type PlainCase, waitingLook } from './plain-desk.js';

/** What somebody wants to do, before it is known on what: small numbers, so that it shrinks well. */
export interface Wish {
  do: Act['do'];
  /** Which case, or which property for a new one. */
  kase: number;
  pick: number;
  /** Done by whoever it may be, and not by who may. */
  isAnybody: boolean;
  /** From a page that is one change old. */
  isStale: boolean;
  /** The less usual way: an infected paper, a wrong sum, a case twice in a list. */
  isWrong: boolean;
}

/** The acts of a history, the frequent ones named more often. */
const ACTS: readonly Act['do'][] = [
  ...([
    'apply',
    'apply',
    'apply',
    'apply',
    'apply',
    'apply',
    'apply',
    'add_paper',
    'add_paper',
    'virus',
    'virus',
    'claim',
  ] as const),
  ...(['claim', 'release', 'take_over', 'take_over', 'hold', 'hold', 'end_hold', 'note'] as const),
  ...(['check', 'check', 'check', 'correct', 'ask', 'ask', 'answer', 'answer', 'approve'] as const),
  ...(['approve', 'approve', 'reject', 'reject', 'reject', 'withdraw', 'look', 'look'] as const),
  ...(['ask_exception', 'ask_exception', 'ask_exception', 'answer_exception'] as const),
  ...(['answer_exception', 'answer_exception', 'take_back', 'take_back'] as const),
  ...(['ask_payment', 'pay_again', 'reject_all'] as const),
  ...(['reopen', 'reopen', 'open_review', 'settle_review', 'assign_all', 'give_all_back'] as const),
];

const seldom = fc.nat({ max: 5 }).map((of) => of === 5);

export const aPick = fc.nat({ max: 9999 });

export const aWish: fc.Arbitrary<Wish> = fc.record({
  do: fc.constantFrom(...ACTS),
  kase: fc.nat({ max: 3 }),
  pick: aPick,
  isAnybody: fc.nat({ max: 4 }).map((of) => of === 4),
  isStale: seldom,
  isWrong: seldom,
});

/** What an officer would do next with this case, most of the time towards a decision. */
export function nextStep(kase: PlainCase, pick: number): Act['do'] | 'work' {
  if (kase.status === 'submitted') return 'claim';
  if (kase.status === 'awaiting_evidence') {
    return kase.payRequests.at(-1)?.state === 'open' ? 'pay_again' : 'answer';
  }
  if (kase.status === 'approved') return nextOfPermit(kase, pick);
  if (kase.status === 'in_review') return nextInReview(kase, pick);
  if (kase.status !== 'rejected') return 'apply';
  if (waitingLook(kase)) return 'look';
  if (kase.hasOpenReview) return 'settle_review';
  return pick % 2 === 0 ? 'reopen' : 'open_review';
}

/** Some residents ask for their money; most begin something new. */
function nextOfPermit({ money, exceptions }: PlainCase, pick: number): Act['do'] | 'work' {
  if (money === null || pick % 7 === 0) return 'apply';
  if (money.read?.state !== 'success') return 'work';
  const isAsked = exceptions.some(({ state }) => state === 'requested');
  if (!isAsked || pick % 5 === 1) return 'ask_exception';
  return pick % 5 === 0 ? 'take_back' : 'answer_exception';
}

function nextInReview(kase: PlainCase, pick: number): Act['do'] | 'work' {
  if (pick % 5 === 4) return pick % 2 === 0 ? 'reject' : 'reject_all';
  if (missingKind(kase)) return 'add_paper';
  const current = kase.papers.filter(({ isReplaced }) => !isReplaced);
  if (current.some(({ virus }) => virus === 'waiting')) return 'virus';
  if (current.some(({ virus }) => virus === 'infected')) return 'ask';
  if (current.some(({ check }) => check?.verdict !== 'accept')) return 'check';
  if (kase.money !== null && kase.money.read === null) return 'work';
  if (kase.money?.read?.state === 'failed') return pick % 3 === 2 ? 'reject_all' : 'ask_payment';
  return pick % 3 === 2 ? 'reject' : 'approve';
}
