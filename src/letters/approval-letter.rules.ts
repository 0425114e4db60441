import { addDays, formatDate, type LocalDate } from '../shared/london-date.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { StatusLetterFacts } from './letter-facts.rules.js';
import { type LetterMoney, moneyTaken } from './money-words.rules.js';

export interface ApprovalFacts extends StatusLetterFacts {
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
  const { permitReference, registration, startsOn, endsOn } = facts;
  return composeLetter('application_approved', facts, {
    words: {
      permit: permitReference,
      registration,
      'first day': formatDate(startsOn),
      'last day': formatDate(endsOn),
      'renew from': formatDate(addDays(endsOn, -RENEWAL_DAYS)),
      money: moneyTaken(facts.money),
    },
    parts: { 'permit details': [{ is: 'list', items: permitItems(facts) }] },
    links: { 'status link': facts.statusLink },
  });
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
