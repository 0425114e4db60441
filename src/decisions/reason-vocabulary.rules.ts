import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';
import type { TemplateValues } from '../wording/render-template.rules.js';
import type { Vocabulary } from '../wording/template.rules.js';
import { addressPapers, nextPaper, type ReasonFacts, yourPaper } from './reason-terms.rules.js';

/** What the words of a reason may name. */
export const REASON_VOCABULARY: Vocabulary = {
  words: [
    'your paper',
    'next paper',
    'address papers',
    'date on it',
    'received',
    'tenancy end',
    'months',
    'registration',
    'zone',
    'limit',
    'permit type',
  ],
  parts: [],
  links: [],
  conditions: ['temporary permit'],
  required: [],
  longest: 600,
};

export function reasonValues(facts: ReasonFacts): TemplateValues {
  return {
    words: {
      'your paper': yourPaper(facts),
      'next paper': nextPaper(facts),
      'address papers': addressPapers(facts),
      'date on it': dated(facts.datedOn),
      received: formatDate(facts.receivedOn),
      'tenancy end': dated(facts.termToOn),
      months: String(monthsFresh(facts)),
      registration: facts.registration,
      zone: facts.zoneName,
      limit: facts.capCount === null ? null : String(facts.capCount),
      'permit type': facts.permitTypeName,
    },
    conditions: { 'temporary permit': facts.permitTypeCode === 'temporary_resident' },
  };
}

function dated(on: LocalDate | null): string | null {
  return on === null ? null : formatDate(on);
}

function monthsFresh({ paperKind }: ReasonFacts): number {
  return (paperKind && paperKindTerms(paperKind).freshForMonths) ?? 3;
}
