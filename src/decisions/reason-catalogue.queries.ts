import type { Reader } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { subjectsInForce } from '../wording/wording-in-force.rules.js';
import { allWordings } from '../wording/wording-versions.queries.js';
import { inOrder, readReasonTerms, type ReasonCatalogue } from './reason-catalogue.rules.js';
import type { ReasonTerms } from './reason-terms.rules.js';

/** The reasons as they are in force at that instant, for applications of one type or of any. */
export async function reasonCatalogue(
  reader: Reader,
  at: Date,
  permitTypeCode: string | null = null,
): Promise<ReasonCatalogue> {
  const versions = subjectsInForce(await allWordings(reader), 'reason:', at);
  const reasons = [...versions].map(
    ([code, { content, version }]) => [code, termsOf(content, version)] as const,
  );
  return {
    on: londonDateOf(at),
    permitTypeCode,
    reasons: new Map(inOrder(new Map(reasons))),
  };
}

/** Of the versions that are kept in memory until policy changes: each is looked through once. */
const known = new WeakMap<object, ReasonTerms>();

function termsOf(content: object, version: number): ReasonTerms {
  const terms = known.get(content) ?? readReasonTerms(content, version);
  known.set(content, terms);
  return terms;
}
