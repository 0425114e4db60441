import type { PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';
import {
  addDays,
  addMonths,
  type LocalDate,
  monthsBefore,
} from '../../../src/shared/local-date.js';
import type { DemoCase, DemoPaper } from '../plan/demo-case.js';
import type { PaperSpec, PaperTerm } from '../papers/paper-spec.js';
import { stableDigits } from './stable-id.js';

/** What stands on a paper, in words and dates, once the day it is received is known. */
export interface PaperTruth {
  spec: PaperSpec;
  /** The date that matters on it: for a Blue Badge the day it expires; null for a tenancy. */
  datedOn: LocalDate | null;
  term: { from: LocalDate; to: LocalDate } | null;
  reference: string | null;
}

/** A badge is for three years; the paper prints its last day. */
const BADGE_MONTHS = 36;

/** Written by whoever keeps the vehicle. */
const KEEPERS_PAPERS: ReadonlySet<PaperKind> = new Set([
  'company_letter',
  'lease_agreement',
  'motability_certificate',
  'garage_agreement',
]);

export function paperOf(demo: DemoCase, paper: DemoPaper, receivedOn: LocalDate): PaperTruth {
  const { months = 0, days = 0 } = paper.dated;
  const dated = addDays(monthsBefore(receivedOn, months), -days);
  const term = termOf(paper, dated);
  const isTenancy = paper.kind === 'tenancy_agreement';
  const reference = referenceOf(demo, paper);
  return {
    spec: specOf({ demo, paper, dated, term, reference }),
    datedOn: isTenancy ? null : paper.kind === 'blue_badge' && term ? term.to : dated,
    term: isTenancy ? term : null,
    reference,
  };
}

interface Drawn {
  demo: DemoCase;
  paper: DemoPaper;
  dated: LocalDate;
  term: PaperTerm | null;
  reference: string | null;
}

function specOf({ demo, paper, dated, term, reference }: Drawn): PaperSpec {
  const { line, town, postcode } = paper.home ?? demo.home;
  const { vehicle } = demo;
  return {
    kind: paper.kind,
    holderName: paper.name ?? demo.applicant,
    address: { lines: [line, town], postcode },
    registration: paper.registration ?? vehicle?.registration,
    make: vehicle?.make,
    colour: vehicle?.colour,
    datedOn: dated,
    term: term ?? undefined,
    signed: paper.signed,
    handwritten: paper.handwritten,
    reference: reference ?? undefined,
    issuerName: KEEPERS_PAPERS.has(paper.kind) ? vehicle?.keeperName : undefined,
    format: paper.format,
    quality: paper.quality,
    seed: `${demo.key}:${paper.kind}`,
  };
}

function termOf(paper: DemoPaper, from: LocalDate) {
  if (paper.kind === 'blue_badge') return { from, to: addDays(addMonths(from, BADGE_MONTHS), -1) };
  if (paper.kind !== 'tenancy_agreement') return null;
  return { from, to: addDays(addMonths(from, paper.termMonths ?? 12), -1) };
}

function referenceOf({ key }: DemoCase, { kind }: DemoPaper): string | null {
  if (kind === 'v5c') return stableDigits(11, key);
  return kind === 'new_keeper_slip' ? stableDigits(12, key) : null;
}
