import type { LetterContent } from './letter-content.rules.js';
import {
  aPermit,
  contactBlocks,
  type LetterFacts,
  oneOrSteps,
  paragraphs,
} from './letter-facts.rules.js';
import { type LetterMoney, moneyReleased } from './money-words.rules.js';
import { textMessage } from './text-message.rules.js';

export interface RejectionFacts extends LetterFacts {
  /** In the order shown; the words name the paper and the rule, `bring` what to send next time. */
  reasons: readonly { words: string; bring: string }[];
  money: LetterMoney;
}

/** The rejection, in the order people need it: what, why, what next, money, again, whom to call. */
export function composeRejection(facts: RejectionFacts): LetterContent {
  const { council, reference, permitTypeName } = facts;
  const why = distinct(facts.reasons.map(({ words }) => words));
  const bring = distinct(facts.reasons.map((reason) => reason.bring));
  return {
    kind: 'application_rejected',
    subject: `Parking permit application rejected: ${reference}`,
    blocks: [
      ...paragraphs(
        `We have rejected your application for ${aPermit(permitTypeName)}.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: why.length > 1 ? `Why: ${why.length} reasons` : 'Why' },
      oneOrSteps(why),
      { is: 'heading', words: 'What to send next time' },
      oneOrSteps(bring),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyReleased(facts.money)),
      { is: 'heading', words: 'How to apply again' },
      ...paragraphs('If you still want a permit from us, apply again in the same way as before.'),
      { is: 'link', words: 'Apply here', href: council.applyUrl },
      ...paragraphs('You may not park as a permit holder until we have approved a permit.'),
      ...contactBlocks(facts, 'If you want to talk about the reasons'),
    ],
    text: textMessage([
      `${council.name}: we have rejected parking permit application ${reference}. Our letter or e-mail gives the reasons. Questions? Ring ${council.phone}`,
      `We have rejected parking permit application ${reference}. Our letter or e-mail gives the reasons. Questions? Ring ${council.phone}`,
      `We have rejected parking permit application ${reference}. Our letter or e-mail gives the reasons.`,
    ]),
  };
}

/** Two papers can fail in the same words: they are said once. */
function distinct(words: readonly string[]): string[] {
  return [...new Set(words.map((given) => given.trim()))].filter((given) => given !== '');
}
