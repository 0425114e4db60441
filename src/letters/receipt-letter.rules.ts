import { countText } from '../shared/duration-text.js';
import type { LetterContent } from './letter-content.rules.js';
import { aPermit, contactBlocks, type LetterFacts, paragraphs } from './letter-facts.rules.js';
import { type LetterMoney, moneyOnArrival } from './money-words.rules.js';
import { textMessage } from './text-message.rules.js';

export interface ReceiptFacts extends LetterFacts {
  /** Papers that came with it, by label, in the order shown; empty when none came. */
  paperLabels: readonly string[];
  /** How long a decision should take; null when policy gives no target. */
  targetWorkingDays: number | null;
  money: LetterMoney;
}

/** A receipt is not proof that the permit is live: a second letter says so (R-PUR-3, R-ST-1). */
export function composeReceipt(facts: ReceiptFacts): LetterContent {
  const { council, reference } = facts;
  return {
    kind: 'application_received',
    subject: `Parking permit application received: ${reference}`,
    blocks: [
      ...paragraphs(
        `We have received your application for ${aPermit(facts.permitTypeName)}.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: 'This is not a permit' },
      ...paragraphs(
        'You may not park as a permit holder yet. We write to you again when we have decided.',
        facts.targetWorkingDays === null
          ? null
          : `We aim to decide within ${countText(facts.targetWorkingDays, 'working day')}.`,
      ),
      ...paperBlocks(facts.paperLabels),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyOnArrival(facts.money)),
      ...contactBlocks(facts),
    ],
    text: textMessage([
      `${council.name}: we have your parking permit application ${reference}. This is not a permit. We write again when we have decided.`,
      `We have your parking permit application ${reference}. This is not a permit. We write again when we have decided.`,
    ]),
  };
}

function paperBlocks(paperLabels: readonly string[]): LetterContent['blocks'] {
  if (paperLabels.length === 0) return [];
  return [
    { is: 'heading', words: 'What you sent' },
    { is: 'list', items: paperLabels },
  ];
}
