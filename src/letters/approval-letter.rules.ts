import { addDays, formatDate, type LocalDate } from '../shared/london-date.js';
import type { LetterContent } from './letter-content.rules.js';
import { aPermit, contactBlocks, type LetterFacts, paragraphs } from './letter-facts.rules.js';
import { type LetterMoney, moneyTaken } from './money-words.rules.js';
import { textMessage } from './text-message.rules.js';

export interface ApprovalFacts extends LetterFacts {
  /** Null when no permit came of it: a vehicle change alters the one there is. */
  permitReference: string | null;
  /** The first and the last day on which the permit covers the vehicle. */
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** Zones as on the street signs; empty when not known. */
  zones: readonly string[];
  /** The resident's own registration, as he reads it; null for a permit without a vehicle. */
  registration: string | null;
  money: LetterMoney;
}

/** R-REN-1: renewal opens 30 days before the permit ends. */
const RENEWAL_DAYS = 30;

/** The permit is live or will be: from when, until when, for which vehicle, and where. */
export function composeApproval(facts: ApprovalFacts): LetterContent {
  const { reference, permitReference, startsOn, endsOn } = facts;
  const from = formatDate(startsOn);
  return {
    kind: 'application_approved',
    subject: `Parking permit application approved: ${reference}`,
    blocks: [
      ...paragraphs(
        `We have approved your application for ${aPermit(facts.permitTypeName)}.`,
        `Your reference is ${reference}.`,
      ),
      { is: 'heading', words: permitReference === null ? 'Your change' : 'Your permit' },
      { is: 'list', items: permitItems(facts) },
      ...paragraphs(
        facts.registration === null
          ? null
          : 'There is no paper to show: we keep the permit under the registration. If it is wrong, your vehicle is not covered.',
        'A permit does not keep a space for you. The sign in the street shows when you need one.',
      ),
      { is: 'heading', words: 'Your money' },
      ...paragraphs(moneyTaken(facts.money)),
      ...(permitReference === null ? [] : renewalBlocks(endsOn)),
      ...contactBlocks(facts),
    ],
    text: textMessage([
      `${facts.council.name}: parking permit application ${reference} is approved. You are covered from ${from}. Our letter or e-mail says more.`,
      `Parking permit application ${reference} is approved. You are covered from ${from}. Our letter or e-mail says more.`,
    ]),
  };
}

function permitItems(facts: ApprovalFacts): string[] {
  const { permitReference, registration, zones } = facts;
  return [
    permitReference === null ? null : `Permit: ${permitReference}`,
    registration === null ? null : `Registration: ${registration}`,
    zones.length === 0 ? null : `${zones.length === 1 ? 'Zone' : 'Zones'}: ${zones.join(', ')}`,
    `First day: ${formatDate(facts.startsOn)}`,
    `Last day: ${formatDate(facts.endsOn)}`,
  ].filter((item): item is string => item !== null);
}

function renewalBlocks(endsOn: LocalDate): LetterContent['blocks'] {
  return [
    { is: 'heading', words: 'When it ends' },
    ...paragraphs(
      `You can renew the permit from ${formatDate(addDays(endsOn, -RENEWAL_DAYS))}, not earlier.`,
    ),
  ];
}
