import {
  type Application,
  findApplicationByReference,
} from '../applications/applications.store.js';
import { reasonCatalogue } from '../decisions/reason-catalogue.queries.js';
import type { ReasonCatalogue } from '../decisions/reason-catalogue.rules.js';
import type { FindingsToJudge } from '../decisions/suggest-reasons.rules.js';
import { type Decision, decisionsOf } from '../decisions/decisions.store.js';
import { type Reopening, reopeningsOf } from '../decisions/decision-reopenings.store.js';
import {
  checksOf,
  currentPapers,
  type EvidencePaper,
  type PaperCheck,
} from '../evidence/evidence.store.js';
import {
  type NeedProgress,
  needsProgress,
  type PaperWithFindings,
} from '../evidence/needs-progress.rules.js';
import { type EvidenceRequest, requestsOf } from '../evidence-requests/evidence-requests.store.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import type { PaperFindings } from '../evidence/paper-check.rules.js';
import { commandsOf, type PaymentCommand } from '../payments/payment-commands.store.js';
import { findPayment, type Payment } from '../payments/payments.store.js';
import {
  type PaymentRequest,
  paymentRequestsOf,
} from '../payment-requests/payment-requests.store.js';
import type { LetterWordings } from '../letters/letter-vocabulary.rules.js';
import { letterWordings } from '../letters/letter-wordings.queries.js';
import { type QualityCheck, qualityCheckOf } from '../quality-checks/quality-checks.store.js';
import { type DecisionReview, openReviewOf } from '../decision-reviews/decision-reviews.store.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import type { PolicyBook } from '../policy/policy-book.rules.js';
import { requiredNeeds } from '../permit-types/evidence-needs.rules.js';
import type { PermitType } from '../permit-types/permit-type.rules.js';
import { findPermitType, listEvidenceNeeds } from '../permit-types/permit-types.queries.js';
import { readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { type PropertyOn, propertyOn, readProperty } from '../properties/properties.queries.js';
import { londonDateOf } from '../shared/london-date.js';

/** Everything the desk knows of one case, read together: what pages show and decisions weigh. */
export interface CaseFile {
  application: Application;
  /** As it stood on the day the application came. */
  permitType: PermitType;
  /** With the zone it lies in on the day asked about. */
  property: PropertyOn;
  /** With the zone it lay in on the day the application came: that one decides (R6.7). */
  propertyThen: PropertyOn;
  /** Papers that count now; replaced ones are left out. */
  papers: CasePaper[];
  needs: NeedProgress[];
  payment: Payment | null;
  commands: PaymentCommand[];
  /** The decision that stands; null while the case is undecided, or is being decided again. */
  decision: Decision | null;
  /** Every decision, the first round first; and how each that does not stand was taken up again. */
  decisions: Decision[];
  reopenings: Reopening[];
  /** The second look that the standing decision's letter waits for. */
  secondLook: QualityCheck | null;
  /** A resident's request for a review that nobody has answered yet. */
  openReview: DecisionReview | null;
  /** Who holds the case now; null when nobody does. */
  holderName: string | null;
  /** Every request for evidence, newest first. */
  requests: EvidenceRequest[];
  /** Every request to pay again, newest first. */
  paymentRequests: PaymentRequest[];
  /** The council's words for letters, in force at the instant asked about. */
  wordings: LetterWordings;
  /** What the council has set; each rule asks it for the day that matters. */
  policy: PolicyBook;
  /** The reasons that may be given for this permit type, as they are in force then. */
  catalogue: ReasonCatalogue;
}

export interface CasePaper extends PaperWithFindings {
  paper: EvidencePaper;
  check: PaperCheck | null;
}

/** @param now its London day decides which zone the property is in; null when there is no such case */
export async function readCaseFile(
  anyReader: Reader,
  reference: string,
  now: Date,
): Promise<CaseFile | null> {
  const reader = readingOnePolicy(readingTogether(anyReader));
  const application = await findApplicationByReference(reader, reference);
  return application && caseFileOf(reader, application, now);
}

/** The same for an application already read, for example under its lock. */
export async function caseFileOf(
  anyReader: Reader,
  application: Application,
  now: Date,
): Promise<CaseFile> {
  const reader = readingOnePolicy(readingTogether(anyReader));
  const { id, claimedBy, permitTypeCode } = application;
  const [place, proof, payment, commands, decided, holderName, requests, paymentRequests] =
    await Promise.all([
      placeOf(reader, application, now),
      proofOf(reader, application),
      findPayment(reader, id),
      commandsOf(reader, id),
      decisionFacts(reader, application),
      claimedBy && nameOfStaff(reader, claimedBy),
      requestsOf(reader, id),
      paymentRequestsOf(reader, id),
    ]);
  return {
    application,
    ...place,
    ...proof,
    payment,
    commands,
    ...decided,
    holderName,
    requests,
    paymentRequests,
    wordings: await letterWordings(reader, now),
    policy: await policyBook(reader),
    catalogue: await reasonCatalogue(reader, now, permitTypeCode),
  };
}

async function placeOf(
  reader: Reader,
  { uprn, receivedAt }: Application,
  now: Date,
): Promise<Pick<CaseFile, 'property' | 'propertyThen'>> {
  const property = await readProperty(reader, uprn);
  if (!property) throw new Error('The case names a property that is gone.');
  return {
    property: await propertyOn(reader, property, londonDateOf(now)),
    propertyThen: await propertyOn(reader, property, londonDateOf(receivedAt)),
  };
}

async function proofOf(
  reader: Reader,
  { id, permitTypeCode, receivedAt, keeperKind }: Application,
): Promise<Pick<CaseFile, 'permitType' | 'papers' | 'needs'>> {
  const papers = await papersOf(reader, id);
  const receivedOn = londonDateOf(receivedAt);
  const permitType = await findPermitType(reader, permitTypeCode, receivedOn);
  if (!permitType) throw new Error('The case names a permit type that is gone.');
  const needs = await listEvidenceNeeds(reader, permitTypeCode, receivedOn);
  return {
    permitType,
    papers,
    needs: needsProgress(requiredNeeds({ needs, keeperKind }), papers),
  };
}

type DecisionFacts = Pick<
  CaseFile,
  'decision' | 'decisions' | 'reopenings' | 'secondLook' | 'openReview'
>;

async function decisionFacts(
  reader: Reader,
  { id, round }: { id: string; round: number },
): Promise<DecisionFacts> {
  const [decisions, reopenings, openReview] = await Promise.all([
    decisionsOf(reader, id),
    reopeningsOf(reader, id),
    openReviewOf(reader, id),
  ]);
  const decision = decisions.find((one) => one.round === round) ?? null;
  const check = decision && (await qualityCheckOf(reader, decision.id));
  return {
    decision,
    decisions,
    reopenings,
    secondLook: check?.state === 'waiting' ? check : null,
    openReview,
  };
}

async function papersOf(reader: Reader, applicationId: string): Promise<CasePaper[]> {
  const [papers, found] = await Promise.all([
    currentPapers(reader, applicationId),
    checksOf(reader, applicationId),
  ]);
  const checks = new Map(found.map((check) => [check.paperId, check]));
  return papers.map((paper) => {
    const check = checks.get(paper.id) ?? null;
    return {
      paper,
      check,
      paperId: paper.id,
      position: paper.position,
      kind: paper.kind,
      findings: check && findingsOf(paper, check),
      virusCheck: paper.virusCheck,
    };
  });
}

/** A stored check as the rules weigh it. */
export function findingsOf(paper: EvidencePaper, check: PaperCheck): PaperFindings {
  return {
    kind: paper.kind,
    receivedOn: londonDateOf(paper.receivedAt),
    verdict: check.verdict,
    marks: check.marks,
    datedOn: check.datedOn,
    termFromOn: check.termFromOn,
    termToOn: check.termToOn,
    referenceLast4: check.referenceLast4,
  };
}

/** The case as the rules that suggest reasons look at it. */
export function findingsToJudge(file: CaseFile): FindingsToJudge {
  return {
    permitTypeCode: file.permitType.code,
    catalogue: file.catalogue,
    papers: file.papers.flatMap(({ paperId, findings }) =>
      findings ? [{ paperId, findings }] : [],
    ),
    missing: file.needs.filter(({ state }) => state === 'no_paper').map(({ need }) => need),
  };
}
