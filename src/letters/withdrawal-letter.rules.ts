import type { LetterContent } from './letter-content.rules.js';
import { aPermit, contactBlocks, type LetterFacts, paragraphs } from './letter-facts.rules.js';
import { type LetterMoney, moneyReleased } from './money-words.rules.js';
import { textMessage } from './text-message.rules.js';

export interface WithdrawalFacts extends LetterFacts {
  /** Why, in words meant for the resident; null when he asked for it and nothing need be said. */
  reason: string | null;
  money: LetterMoney;
}

/** The application was closed before a decision. */
export function composeWithdrawal(facts: WithdrawalFacts): LetterContent {
  const { council, reference } = facts;
  return {
    kind: 'application_withdrawn',
    subject: `Parking permit application withdrawn: ${reference}`,
    blocks: [
      ...paragraphs(
        `Your application for ${aPermit(facts.permitTypeName)} has been withdrawn. We will not decide it.`,
        `Your reference is ${reference}.`,
      ),
      ...reasonBlocks(facts.reason),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyReleased(facts.money)),
      { is: 'heading', words: 'If you want a permit later' },
      ...paragraphs('Apply again in the same way as before.'),
      { is: 'link', words: 'Apply here', href: council.applyUrl },
      ...contactBlocks(facts),
    ],
    text: textMessage([
      `${council.name}: parking permit application ${reference} has been withdrawn. Our letter or e-mail says more. Questions? Ring ${council.phone}`,
      `Parking permit application ${reference} has been withdrawn. Our letter or e-mail says more.`,
    ]),
  };
}

function reasonBlocks(reason: string | null): LetterContent['blocks'] {
  if (reason === null || reason.trim() === '') return [];
  return [{ is: 'heading', words: 'Why' }, ...paragraphs(reason)];
}
