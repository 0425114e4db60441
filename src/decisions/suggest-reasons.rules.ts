import {
  type Objection,
  objectionsToAccepting,
  type PaperFindings,
} from '../evidence/paper-check.rules.js';
import type { EvidenceNeedCode } from '../permit-types/evidence-needs.rules.js';
import { type PaperFact, type PaperKind } from '../permit-types/paper-kinds.rules.js';
import { checkTenancyTerm } from '../permit-types/tenancy-term.rules.js';
import type { ReasonCatalogue, ReasonCode } from './reason-catalogue.rules.js';
import { type ChosenReason, reasonKey, reasonsFor } from './rejection-reasons.rules.js';

export interface FindingsToJudge {
  permitTypeCode: string;
  papers: readonly { paperId: string; findings: PaperFindings }[];
  /** What the application still lacks altogether. */
  missing: readonly EvidenceNeedCode[];
  /** What is retired there is not suggested. */
  catalogue: ReasonCatalogue;
}

/** Which reason says that a needed paper never came. */
export const MISSING_PAPER_REASONS: Readonly<Record<EvidenceNeedCode, ReasonCode>> = {
  residency: 'address_proof_missing',
  tenancy: 'tenancy_missing',
  business: 'business_proof_missing',
  care: 'proof_of_care_missing',
  blue_badge: 'blue_badge_missing',
  vehicle: 'v5c_missing',
  keeper: 'keeper_paper_missing',
};

type FailedFacts = Readonly<Record<PaperFact, ReasonCode>>;

/** What a fact that does not match suggests, and what one that cannot be told suggests. */
const WHEN_IT_DIFFERS: FailedFacts = {
  name: 'name_differs',
  address: 'address_differs',
  term: 'tenancy_no_term',
  signatures: 'letter_unsigned',
  date: 'date_not_shown',
  registration: 'registration_differs',
  document_reference: 'v5c_superseded',
  keeper_name: 'keeper_not_applicant',
  keeper_address: 'not_registered_at_address',
};

/** A tenancy that does not show one of its four facts is a reason of its own (R-EV-3). */
const ON_A_TENANCY: Readonly<
  Record<'does_not_match' | 'cannot_tell', Partial<Record<PaperFact, ReasonCode>>>
> = {
  does_not_match: { signatures: 'tenancy_unsigned' },
  cannot_tell: {
    name: 'tenancy_no_name',
    address: 'tenancy_no_address',
    term: 'tenancy_no_term',
    signatures: 'tenancy_unsigned',
  },
};

/** What a wrong date says of kinds whose date is more than a date. */
const WHEN_THE_DATE_DIFFERS: Partial<Record<PaperKind, ReasonCode>> = {
  utility_bill: 'paper_too_old',
  bank_statement: 'paper_too_old',
  proof_of_care: 'proof_of_care_old',
  blue_badge: 'blue_badge_expired',
  v5c: 'v5c_superseded',
};

/** Reasons to start from, read off the failed marks and missing papers; the officer chooses. */
export function suggestReasons({
  permitTypeCode,
  papers,
  missing,
  catalogue,
}: FindingsToJudge): ChosenReason[] {
  const suggested = papers.flatMap(({ paperId, findings }) =>
    paperReasons(findings).map((code) => aboutPaper(code, findings.kind, paperId)),
  );
  if (papers.some(({ findings }) => isWrongType(permitTypeCode, findings))) {
    suggested.push(aboutApplication('wrong_permit_type'));
  }
  suggested.push(...missing.map((need) => aboutApplication(MISSING_PAPER_REASONS[need])));
  const offered = suggested.filter(({ code, paperKind }) =>
    reasonsFor(catalogue, paperKind).includes(code),
  );
  return [...new Map(offered.map((reason) => [reasonKey(reason), reason])).values()];
}

function paperReasons(findings: PaperFindings): ReasonCode[] {
  if (findings.verdict === 'accept' || findings.verdict === 'not_needed') return [];
  if (findings.kind === 'mobile_phone_bill') return ['mobile_phone_bill'];
  const objections = objectionsToAccepting(findings);
  // "Too old" says more of a date than "does not match": a fact's content goes before its mark.
  const told = new Set(objections.filter(isAboutContent).map(({ field }) => field));
  const reasons = objections
    .filter((objection) => isAboutContent(objection) || !told.has(objection.field))
    .map((objection) => reasonFor(objection, findings.kind))
    .filter((code): code is ReasonCode => code !== null);
  return [...new Set(reasons)];
}

function isAboutContent({ code }: Objection): boolean {
  return ['too_old', 'in_future', 'expired', 'term_over'].includes(code);
}

/** Null for what the officer has yet to mark or type: that is no fault of the paper. */
function reasonFor({ field, code }: Objection, kind: PaperKind): ReasonCode | null {
  switch (code) {
    case 'too_old':
      return 'paper_too_old';
    case 'in_future':
      return 'date_in_future';
    case 'expired':
      return 'blue_badge_expired';
    case 'term_over':
      return 'tenancy_over';
    case 'does_not_match':
    case 'cannot_tell':
      return failedMark(field, code, kind);
    case 'unmarked':
    case 'variation_needs_why':
    case 'date_missing':
    case 'term_missing':
    case 'reference_missing':
      return null;
  }
}

function failedMark(
  field: PaperFact,
  mark: 'does_not_match' | 'cannot_tell',
  kind: PaperKind,
): ReasonCode {
  const ofTenancy = kind === 'tenancy_agreement' ? ON_A_TENANCY[mark][field] : undefined;
  if (ofTenancy) return ofTenancy;
  if (mark === 'cannot_tell') return 'unreadable';
  const ofDate = field === 'date' ? WHEN_THE_DATE_DIFFERS[kind] : undefined;
  return ofDate ?? WHEN_IT_DIFFERS[field];
}

/** R-ELIG-2: a temporary permit for a tenancy that is longer, or has no end. */
function isWrongType(permitTypeCode: string, findings: PaperFindings): boolean {
  if (permitTypeCode !== 'temporary_resident' || findings.kind !== 'tenancy_agreement')
    return false;
  if (findings.termFromOn === null || findings.verdict === 'not_needed') return false;
  const term = checkTenancyTerm({ startsOn: findings.termFromOn, endsOn: findings.termToOn });
  return !term.ok && term.refusal !== 'ends_before_start';
}

function aboutPaper(code: ReasonCode, paperKind: PaperKind, paperId: string): ChosenReason {
  return { code, paperKind, paperId, words: null };
}

function aboutApplication(code: ReasonCode): ChosenReason {
  return { code, paperKind: null, paperId: null, words: null };
}
