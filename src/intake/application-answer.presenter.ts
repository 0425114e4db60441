import { ARRIVAL_HINTS, type ArrivalHint } from '../applications/arrival-hints.rules.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import type { PaperAnswer } from './add-evidence.js';
import type { ReceivedApplication } from './receive-application.js';
import type { ClientsApplication } from './received-application.queries.js';

/** Where an application stands, as its applicant may be told. */
export const STATUS_WORDS: Readonly<Record<ApplicationStatus, string>> = {
  submitted: 'Received: waiting for an officer',
  in_review: 'An officer is looking at it',
  awaiting_evidence: 'Waiting for the applicant: a paper, or a payment that lapsed',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export interface ApplicationAnswer {
  reference: string;
  status: ApplicationStatus;
  statusWords: string;
  hints: { code: ArrivalHint; words: string }[];
  links: { self: string; evidence: string };
}

export function applicationAnswer(
  application: Pick<ReceivedApplication, 'reference' | 'status' | 'hints'>,
): ApplicationAnswer {
  const { reference, status, hints } = application;
  return {
    reference,
    status,
    statusWords: STATUS_WORDS[status],
    hints: hints.map((code) => ({ code, words: ARRIVAL_HINTS[code] })),
    links: linksOf(reference),
  };
}

/** Addresses on this host. */
export function linksOf(reference: string) {
  const self = `/api/v1/applications/${reference}`;
  return { self, evidence: `${self}/evidence` };
}

export interface ApplicationStanding extends ApplicationAnswer {
  clientReference: string;
  receivedAt: string;
  decision: DecisionAnswer | null;
}

export interface DecisionAnswer {
  outcome: 'approved' | 'rejected' | 'withdrawn';
  decidedAt: string;
  /** Each reason in the words that were sent; empty when approved. */
  reasons: { code: string; words: string }[];
  /** The letter as it was sent; null while there is none. */
  letter: { subject: string; body: string } | null;
}

const DECISION_LETTERS: readonly string[] = [
  'application_approved',
  'application_rejected',
  'application_withdrawn',
];

/** No officer's name, no private note, no paper. */
export function applicationStanding(file: ClientsApplication): ApplicationStanding {
  const { application, hints } = file;
  return {
    ...applicationAnswer({ ...application, hints }),
    clientReference: application.clientReference,
    receivedAt: application.receivedAt.toISOString(),
    decision: decisionAnswer(file),
  };
}

function decisionAnswer({ decision, letters }: ClientsApplication): DecisionAnswer | null {
  if (!decision) return null;
  const letter = letters.find(
    ({ kind, channel }) => DECISION_LETTERS.includes(kind) && channel !== 'text',
  );
  return {
    outcome: decision.outcome,
    decidedAt: decision.decidedAt.toISOString(),
    reasons: decision.reasons.map(({ code, words }) => ({ code, words })),
    letter: letter ? { subject: letter.subject ?? '', body: letter.body } : null,
  };
}

export interface EvidenceAnswer {
  reference: string;
  papers: PaperAnswer[];
  links: { self: string; evidence: string };
}

export function evidenceAnswer(reference: string, papers: PaperAnswer[]): EvidenceAnswer {
  return { reference, papers, links: linksOf(reference) };
}
