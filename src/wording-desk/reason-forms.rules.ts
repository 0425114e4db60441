import type { ReasonTerms } from '../decisions/reason-terms.rules.js';
import type { LocalDate } from '../shared/london-date.js';

/** A stored reason as the fields of its form. */
export function reasonFormOf(terms: ReasonTerms) {
  return {
    version: String(terms.version),
    label: terms.label,
    appliesTo: terms.appliesTo,
    wording: terms.wording,
    bring: terms.bring,
    paperKinds: [...(terms.paperKinds ?? [])],
    permitTypes: [...(terms.permitTypes ?? [])],
    rules: [
      ...(terms.canAskAgain ? ['ask_again'] : []),
      ...(terms.needsWords ? ['own_words'] : []),
    ],
    order: String(terms.order),
    retired: terms.retiredFromOn === null ? {} : partsOf(terms.retiredFromOn),
  };
}

function partsOf(on: LocalDate) {
  const [year = '', month = '', day = ''] = on.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

const LONGEST_CODE = 40;

/** A code of its own for a new reason, from its name; codes are never given twice. */
export function newReasonCode(label: string, all: readonly { subject: string }[]): string {
  const taken = new Set(all.map(({ subject }) => subject));
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const base = words.join('_').slice(0, LONGEST_CODE) || 'reason';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(`reason:${code}`) && code !== 'new') return code;
  }
}

export function startError({ field, text }: { field: 'when' | 'from'; text: string }) {
  return { field, text, href: field === 'from' ? '#from-day' : '#when' };
}
