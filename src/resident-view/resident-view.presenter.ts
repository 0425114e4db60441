import { contactLines } from '../letters/council-contact.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { aPermit } from '../letters/letter-facts.rules.js';
import { moneyForResident } from '../money-story/resident-money.rules.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import type { ResidentCase } from './resident-case.queries.js';
import { whereItStands } from './where-it-stands.rules.js';

export interface ResidentPage {
  title: string;
  reference: string;
  /** `a resident permit`. */
  permit: string;
  receivedOn: string;
  standing: { heading: string; lines: string[] };
  money: string[];
  asAt: string;
  contact: string[];
}

export function residentPage(
  { reference, permitTypeName, standing, money }: ResidentCase,
  council: CouncilFacts,
  now: Date,
): ResidentPage {
  return {
    title: 'Where your application stands',
    reference,
    permit: aPermit(permitTypeName),
    receivedOn: formatDate(standing.receivedOn),
    standing: whereItStands(standing),
    money: moneyForResident(money, { isTold: standing.isTold }),
    asAt: formatDateTime(now),
    contact: contactLines(council),
  };
}

export interface ResidentNotice {
  title: string;
  lines: string[];
  contact: string[];
}

/** For a link that is over and for one that never was: nobody learns which. */
export function noSuchLinkPage(council: CouncilFacts): ResidentNotice {
  return {
    title: 'This link does not work',
    lines: [
      'It may be cut off, or too old. Open it again from our letter or e-mail.',
      'If it still does not work, ring us and we will tell you where your application stands.',
    ],
    contact: contactLines(council),
  };
}

/** @param seconds until the next visit is taken */
export function waitPage(seconds: number, council: CouncilFacts): ResidentNotice {
  const minutes = Math.ceil(seconds / 60);
  return {
    title: 'Wait a moment and try again',
    lines: [
      'This page was asked for too often from your network.',
      `Wait ${minutes <= 1 ? '1 minute' : `${minutes} minutes`}, then load it again.`,
    ],
    contact: contactLines(council),
  };
}
