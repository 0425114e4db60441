import type { TestBrowser } from '../test-browser.js';
import type { FaultCase } from '../faults/fault-bench.js';
import { type FilledForm, type Officer, press } from '../faults/officers.js';
import { type MoneyMove, waitUntilQuiet } from '../faults/settled-cases.js';
import type { Books } from './books.js';
import type { CrashDesk } from './crash-desk.js';

/** The line breaks a moment before the process is seen to have ended. */
const DEATH_MS = 10_000;

/** A status; null when the web process died before it answered. */
export type Answered = number | null;

/** One thing that happens to one case, begun by what may be sent again after a crash. */
export interface Told {
  added: FaultCase;
  /** Presses the button, or has the payment service send its notice: the same one each time. */
  press(): Promise<Answered>;
  /** Resolves when the worker has found what is to be done. */
  begun?(): Promise<void>;
}

export interface Story {
  name: string;
  /** What it is answered when it was taken. */
  answer: 303 | 204;
  /** What happens at the payment service in the end, each once. */
  moved: readonly MoneyMove[];
  /** How much of that was asked for here; the rest was done by hand at the payment service. */
  asked: number;
  /** Notices of the payment service about the case, by what became of them. */
  notices: readonly string[];
  /** What the ledger says in the end, whoever died in between. */
  books: Books;
  tell(desk: CrashDesk): Promise<Told>;
}

export const BOOKS: Readonly<Record<MoneyMove | 'taken' | 'given_back', Books>> = {
  cancel: { journals: ['hold_placed', 'hold_voided'], credits: {} },
  refund: { journals: ['captured', 'refund_owed', 'refund_sent'], credits: {} },
  capture: {
    journals: ['captured', 'fee_earned', 'hold_placed'],
    credits: { provider_clearing: -5500, income: 5500 },
  },
  // Nobody has decided, and yet it is taken.
  taken: {
    journals: ['captured', 'hold_placed'],
    credits: { provider_clearing: -5500, customer: 5500 },
  },
  // Nobody has decided, and yet it was taken and given back.
  given_back: { journals: ['captured', 'refund_owed', 'refund_sent'], credits: {} },
};

export async function browserOf(
  desk: CrashDesk,
  who: Officer = desk.officer,
): Promise<TestBrowser> {
  const { url } = await desk.web.alive();
  return who.at(url);
}

/** Until what a story begins with is done; nobody dies meanwhile. */
export function quiet(desk: CrashDesk): Promise<void> {
  return desk.worker.during(() => waitUntilQuiet(desk));
}

export function pressed(desk: CrashDesk, form: FilledForm): Promise<Answered> {
  return unlessDead(desk, async () => (await press(await browserOf(desk), form)).status);
}

/** What it answers; null when the web process died over it. */
export async function unlessDead(desk: CrashDesk, ask: () => Promise<Answered>): Promise<Answered> {
  try {
    return await ask();
  } catch (error) {
    if (await desk.web.died(DEATH_MS)) return null;
    throw error;
  }
}
