import type { CommandEffect } from '../payments/payment-actions.rules.js';
import { REFUND_FAILED } from '../payments/payment-words.rules.js';
import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { CommandFact, JournalFact, MoneyFacts } from './money-facts.rules.js';

/** One thing that happened to the money, with its time. */
export interface MoneyStep {
  words: string;
  /** Null for a problem that is there now. */
  when: string | null;
  isProblem: boolean;
}

type TimedStep = Omit<MoneyStep, 'when'> & { at: Date };

/** What happened: what the ledger says was done, and what was asked for; the first thing first. */
export function stepsOf(facts: MoneyFacts): MoneyStep[] {
  const done = [
    // What was asked at the same instant as it was done comes first.
    ...facts.commands.flatMap((command) => commandSteps(command, facts)),
    ...facts.journals.flatMap((journal) => journalSteps(journal, facts)),
    ...askedAgainSteps(facts),
  ];
  return [
    ...done
      .sort((one, other) => one.at.getTime() - other.at.getTime())
      .map(({ at, ...step }) => ({ ...step, when: formatDateTime(at) })),
    ...facts.commands.flatMap((command) => problemSteps(command, facts)),
  ];
}

/** What is bookkeeping and moves nothing for the resident is left to the page of the ledger. */
function journalSteps(journal: JournalFact, { otherWays, payments }: MoneyFacts): TimedStep[] {
  const amount = formatPounds(journal.amountPence);
  const at = journal.occurredAt;
  switch (journal.kind) {
    case 'hold_placed':
      return [step(`${amount} held on the card`, at)];
    case 'hold_voided': {
      const isLapsed = payments.some(
        ({ id, state }) => id === journal.paymentId && state === 'failed',
      );
      return [step(`Hold of ${amount} ${isLapsed ? 'lapsed' : 'cancelled'}`, at)];
    }
    case 'captured':
      return [step(`${amount} taken`, at)];
    case 'refund_sent':
      return [step(`${amount} sent back to the card`, at)];
    case 'refund_failed':
      return [{ ...step(`The refund of ${amount} failed at the bank`, at), isProblem: true }];
    case 'paid_another_way': {
      const way = otherWays.find(({ commandId }) => commandId === journal.commandId);
      const by = way ? `: ${way.reference}, recorded by ${way.settledBy}` : '';
      return [step(`${amount} given back another way${by}`, at)];
    }
    case 'difference_closed':
      return [step(`A person corrected our ledger by ${amount}`, at)];
    case 'fee_earned':
    case 'fee_returned':
    case 'refund_owed':
    case 'refund_not_owed':
      return [];
  }
}

const CAUSES: Readonly<Partial<Record<string, string>>> = {
  exception: ', as an approved exception',
  payment_again: ', because it was paid too late',
  hold_ending: ', because nobody had decided before the hold ended',
};

function commandSteps(command: CommandFact, facts: MoneyFacts): TimedStep[] {
  const amount = formatPounds(command.amountPence);
  const what = command.kind === 'capture' ? `take the ${amount}` : `give back ${amount}`;
  const why = CAUSES[command.causeKind] ?? '';
  const asked = step(`Told the payment service to ${what}${why}`, command.requestedAt);
  const { settledAt, effect } = command;
  if (settledAt === null || effect === null || isInLedger(command, effect, facts)) return [asked];
  return [asked, step(EFFECTS[effect](amount), settledAt)];
}

/** For what was done before there was a ledger, and for what is no posting. */
const EFFECTS: Readonly<Record<CommandEffect, (amount: string) => string>> = {
  captured: (amount) => `${amount} taken`,
  hold_cancelled: (amount) => `Hold of ${amount} cancelled`,
  refunded: (amount) => `${amount} sent back to the card`,
  nothing_to_return: () => 'Nothing was held or taken, so there was nothing to give back',
  nothing_to_take: () => 'Nothing was held any more, so nothing was taken',
};

const POSTED_AS: Readonly<Record<CommandEffect, JournalFact['kind'] | null>> = {
  captured: 'captured',
  hold_cancelled: 'hold_voided',
  refunded: 'refund_sent',
  nothing_to_return: null,
  nothing_to_take: null,
};

function isInLedger(
  { paymentId, id }: CommandFact,
  effect: CommandEffect,
  { journals }: MoneyFacts,
): boolean {
  const own = journals.filter((one) => one.paymentId === paymentId);
  const posted = own.filter(({ kind }) => kind === POSTED_AS[effect]);
  if (effect !== 'refunded') return posted.length > 0;
  return posted.some(({ commandId }) => commandId === id || commandId === null);
}

function askedAgainSteps({ askedToPayAgainAt: at }: MoneyFacts): TimedStep[] {
  return at === null ? [] : [step('Asked the resident to pay again', at)];
}

/** That a refund failed is told already, with its time. */
function problemSteps({ id, lastProblem, state }: CommandFact, { journals }: MoneyFacts) {
  const isOver = state === 'settled' || state === 'settled_another_way';
  const hasFailed = journals.some((one) => one.kind === 'refund_failed' && one.commandId === id);
  const isTold = hasFailed && lastProblem === REFUND_FAILED;
  return lastProblem === null || isOver || isTold
    ? []
    : [{ words: lastProblem, when: null, isProblem: true }];
}

function step(words: string, at: Date): TimedStep {
  return { words, at, isProblem: false };
}
