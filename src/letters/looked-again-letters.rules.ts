import { formatDate, type LocalDate } from '../shared/london-date.js';
import type { LetterContent } from './letter-content.rules.js';
import { aPermit, contactBlocks, type LetterFacts, paragraphs } from './letter-facts.rules.js';
import { type LetterMoney, moneyAfterRejection, moneyIfDecidedAgain } from './money-words.rules.js';
import { textMessage } from './text-message.rules.js';

const NOT_YET = 'You may not park as a permit holder until we have approved a permit.';

export interface ReopenedFacts extends LetterFacts {
  /** Whether the resident had asked for it. */
  isAsked: boolean;
  /** Why the rejection does not stand, in words meant for the resident; line feeds part paragraphs. */
  reason: string;
  money: LetterMoney;
}

/** A rejection that was sent does not stand: the application is decided anew. */
export function composeReopened(facts: ReopenedFacts): LetterContent {
  const { reference, council } = facts;
  const opening = facts.isAsked
    ? `You asked us to look again at your application for ${aPermit(facts.permitTypeName)}. We have done so.`
    : `We have looked again at your application for ${aPermit(facts.permitTypeName)}.`;
  return {
    kind: 'decision_reopened',
    subject: `We are deciding again on your application: ${reference}`,
    blocks: [
      ...paragraphs(
        `${opening} Our rejection no longer stands, and we will decide again.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: 'Why' },
      ...paragraphs(...linesOf(facts.reason)),
      { is: 'heading', words: 'What happens now' },
      ...paragraphs(...whatHappensNow(facts.money)),
      ...applyAgain(facts),
      ...paragraphs(NOT_YET),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyIfDecidedAgain(facts.money)),
      ...contactBlocks(facts),
    ],
    text: textMessage([
      `${council.name}: we are deciding again on parking permit application ${reference}. Our letter or e-mail says why. Questions? Ring ${council.phone}`,
      `We are deciding again on parking permit application ${reference}. Our letter or e-mail says why.`,
    ]),
  };
}

function whatHappensNow(money: LetterMoney): string[] {
  if (money.is === 'returned') {
    return [
      'We can only approve a permit that is paid for. We have sent your payment back, and we cannot add a new one to this application.',
      'If you still want a permit, please apply again and pay again. Give the reference above, so that we can find this letter.',
    ];
  }
  return ['You need not send anything now. We write to you again when we have decided.'];
}

function applyAgain({ money, council }: ReopenedFacts): LetterContent['blocks'] {
  return money.is === 'returned'
    ? [{ is: 'link', words: 'Apply here', href: council.applyUrl }]
    : [];
}

export interface ReviewOpenedFacts extends LetterFacts {
  answerByOn: LocalDate;
}

/** We have the request for a review: who looks, and by when we mean to answer. */
export function composeReviewOpened(facts: ReviewOpenedFacts): LetterContent {
  const { reference, council } = facts;
  const by = formatDate(facts.answerByOn);
  return {
    kind: 'review_opened',
    subject: `We have your request for a review: ${reference}`,
    blocks: [
      ...paragraphs(
        `You asked us to review our decision to reject your application for ${aPermit(facts.permitTypeName)}. We have your request.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: 'What happens now' },
      ...paragraphs(
        'Somebody who took no part in the decision looks at it again.',
        `We aim to write to you by ${by}. You need not send anything now.`,
        `Until then our decision stands. ${NOT_YET}`,
      ),
      ...contactBlocks(facts),
    ],
    text: textMessage([
      `${council.name}: we have your request to review our decision on parking permit application ${reference}. We aim to write by ${by}.`,
      `We have your request to review our decision on application ${reference}. We aim to write by ${by}.`,
    ]),
  };
}

export interface ReviewUpheldFacts extends LetterFacts {
  /** The reviewer's answer to what the resident said; line feeds part paragraphs. */
  reasons: string;
  money: LetterMoney;
}

/** The review found that the rejection was right; it answers what the resident said (R-REJ-1). */
export function composeReviewUpheld(facts: ReviewUpheldFacts): LetterContent {
  const { reference, council } = facts;
  return {
    kind: 'review_upheld',
    subject: `Our review of your permit application: ${reference}`,
    blocks: [
      ...paragraphs(
        `You asked us to review our decision to reject your application for ${aPermit(facts.permitTypeName)}. The decision stands.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: 'Why' },
      ...paragraphs(...linesOf(facts.reasons)),
      { is: 'heading', words: 'Who looked at it' },
      ...paragraphs('Somebody who took no part in the decision looked at your application again.'),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyAfterRejection(facts.money)),
      { is: 'heading', words: 'How to apply again' },
      ...paragraphs(
        'If you still want a permit from us, apply again in the same way as before. Our first letter says what to send.',
      ),
      { is: 'link', words: 'Apply here', href: council.applyUrl },
      ...paragraphs(NOT_YET),
      ...contactBlocks(facts, 'If you want to talk about the reasons'),
    ],
    text: textMessage([
      `${council.name}: we have reviewed parking permit application ${reference}. Our decision stands. Our letter or e-mail says why.`,
      `We have reviewed parking permit application ${reference}. Our decision stands. Our letter or e-mail says why.`,
    ]),
  };
}

function linesOf(words: string): string[] {
  return words.split(/\r?\n/);
}
