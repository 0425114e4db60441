import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReasonCode, reasonLabel } from '../../src/decisions/reason-catalogue.rules.js';
import { FIRST_REASON_CODES, firstCatalogue } from '../builders/first-wordings.js';
import {
  PAPER_KIND_CODES,
  type PaperKind,
  PAPER_KINDS,
} from '../../src/permit-types/paper-kinds.rules.js';

export const DEMO_DECISIONS = ['Approve', 'Ask again', 'Reject'] as const;
export const DEMO_MONEY = ['captured', 'stays held', 'released', 'none'] as const;

/** One row of docs/demo-cases.md. */
export interface DemoCaseRow {
  key: string;
  applicant: string;
  /** Type and zone, as the queue is filtered by: `Resident, Z1`. */
  place: string;
  decision: (typeof DEMO_DECISIONS)[number];
  /** Null for an approval. */
  reason: ReasonCode | null;
  /** The paper the reason is about; null: the application itself. */
  paper: PaperKind | null;
  money: (typeof DEMO_MONEY)[number];
  why: string;
}

/** The table of the twelve as it stands in the document. @throws when a cell names nothing that exists. */
export function readDemoCases(): DemoCaseRow[] {
  const text = readFileSync(join(process.cwd(), 'docs', 'demo-cases.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| DEMO-N'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(
      ([
        ,
        key = '',
        applicant = '',
        place = '',
        ,
        decision,
        reason = '',
        paper = '',
        money,
        why = '',
      ]) => ({
        key,
        applicant,
        place,
        decision: oneOf(DEMO_DECISIONS, decision),
        reason: reason === '–' ? null : reasonCalled(reason),
        paper: paper === '–' ? null : paperCalled(paper),
        money: oneOf(DEMO_MONEY, money),
        why,
      }),
    );
}

function oneOf<T extends string>(known: readonly T[], cell: string | undefined): T {
  const found = known.find((one) => one === cell);
  if (!found)
    throw new Error(`docs/demo-cases.md says ${cell}, which is none of ${known.join(', ')}`);
  return found;
}

function reasonCalled(label: string): ReasonCode {
  const code = FIRST_REASON_CODES.find((one) => reasonLabel(firstCatalogue(), one) === label);
  if (!code) throw new Error(`docs/demo-cases.md: no reason is called ${label}`);
  return code;
}

function paperCalled(label: string): PaperKind {
  const kind = PAPER_KIND_CODES.find((one) => PAPER_KINDS[one].label === label);
  if (!kind) throw new Error(`docs/demo-cases.md: no paper is called ${label}`);
  return kind;
}
