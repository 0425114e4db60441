import type { CouncilFacts } from './council-facts.rules.js';

/** Whom to ring or write to; the same lines on every page a resident sees. */
export function contactLines(council: CouncilFacts): string[] {
  return [
    `To talk to ${council.name}, ring ${council.phone}. Please give your reference.`,
    `For help with this page, e-mail ${council.supportEmail} or ring ${council.supportPhone}.`,
  ];
}
