import type { MarkedFact, PaperFindings } from '../evidence/paper-check.rules.js';
import { FACT_MARKS, PAPER_VERDICTS } from '../evidence/paper-check.rules.js';
import { readDocumentReference, V5C_REFERENCE_WORDS } from '../evidence/v5c-reference.rules.js';
import {
  isPaperKind,
  PAPER_FACT_LABELS,
  type PaperFact,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { TENANCY_TERM_REFUSAL_WORDS } from '../permit-types/tenancy-term.rules.js';
import { DATE_REFUSAL_WORDS, type DatePart, parseDayMonthYear } from '../shared/day-month-year.js';
import type { LocalDate } from '../shared/local-date.js';

/** An officer's check of a paper as it was typed and ticked; nothing of it is trusted. */
export interface TypedCheck {
  kind: string;
  mark: Readonly<Record<string, string>>;
  why: Readonly<Record<string, string>>;
  datedOn: TypedDate;
  termFrom: TypedDate;
  termTo: TypedDate;
  documentReference: string;
  verdict: string;
  note: string;
}

/** The three boxes of a date, as typed. */
export type TypedDate = Readonly<Partial<Record<DatePart, string>>>;

export type DateField = 'datedOn' | 'termFrom' | 'termTo';
export type CheckField =
  | `mark.${PaperFact}`
  | `why.${PaperFact}`
  | DateField
  | 'kind'
  | 'documentReference'
  | 'verdict'
  | 'note';

/** One thing to put right, and where. */
export interface CheckFault {
  field: CheckField;
  text: string;
  /** The boxes of a date that are wrong. */
  parts?: readonly DatePart[];
}

export interface ReadCheck {
  /** What could be read; a field with a fault is empty in it. */
  findings: PaperFindings;
  note: string | null;
  faults: CheckFault[];
}

/** What is known of the paper before the form was sent. */
export interface PaperAsKnown {
  kind: PaperKind;
  receivedOn: LocalDate;
  /** Last digits of a reference that was typed before; kept when the box is left empty. */
  referenceLast4: string | null;
}

export const LONGEST_WHY = 300;
export const LONGEST_NOTE = 1000;

/** Reads the form. Marks of facts that this kind does not show are left aside. */
export function readTypedCheck(typed: TypedCheck, known: PaperAsKnown): ReadCheck {
  const faults: CheckFault[] = [];
  const kind = isPaperKind(typed.kind) ? typed.kind : known.kind;
  if (kind !== typed.kind) faults.push({ field: 'kind', text: 'Choose what this paper is' });
  const { facts } = paperKindTerms(kind);
  const marks = readMarks(typed, facts, faults);
  const datedOn = facts.includes('date') ? readDate('datedOn', typed, faults, kind) : null;
  const hasTerm = facts.includes('term');
  const termFromOn = hasTerm ? readDate('termFrom', typed, faults, kind) : null;
  const termToOn = hasTerm ? readDate('termTo', typed, faults, kind) : null;
  if (termFromOn !== null && termToOn !== null && termToOn < termFromOn) {
    faults.push({ field: 'termTo', text: TENANCY_TERM_REFUSAL_WORDS.ends_before_start });
  }
  const referenceLast4 = readReference(typed, { ...known, toKind: kind }, faults);
  const verdict = PAPER_VERDICTS.find((code) => code === typed.verdict) ?? 'undecided';
  const note = typed.note.trim();
  if (note.length > LONGEST_NOTE) {
    faults.push({ field: 'note', text: `Note must be ${LONGEST_NOTE} characters or fewer` });
  }
  const { receivedOn } = known;
  return {
    findings: { kind, receivedOn, verdict, marks, datedOn, termFromOn, termToOn, referenceLast4 },
    note: note === '' ? null : note,
    faults,
  };
}

function readMarks(
  typed: TypedCheck,
  facts: readonly PaperFact[],
  faults: CheckFault[],
): PaperFindings['marks'] {
  const marks: Partial<Record<PaperFact, MarkedFact>> = {};
  for (const fact of facts) {
    const mark = FACT_MARKS.find((code) => code === typed.mark[fact]);
    if (!mark) continue;
    const why = typed.why[fact]?.trim() ?? '';
    if (mark === 'acceptable_variation' && why.length > LONGEST_WHY) {
      const name = PAPER_FACT_LABELS[fact];
      const text = `Reason for the variation in “${name}” must be ${LONGEST_WHY} characters or fewer`;
      faults.push({ field: `why.${fact}`, text });
    }
    // A reason typed for a variation that is none any more is not kept.
    const isVariation = mark === 'acceptable_variation' && why !== '';
    marks[fact] = { mark, why: isVariation ? why : null };
  }
  return marks;
}

function readDate(
  field: DateField,
  typed: TypedCheck,
  faults: CheckFault[],
  kind: PaperKind,
): LocalDate | null {
  const { day = '', month = '', year = '' } = typed[field];
  if (`${day}${month}${year}`.trim() === '') return null;
  const read = parseDayMonthYear({ day, month, year });
  if (read.ok) return read.date;
  const text = `${dateFieldLabel(field, kind)} ${DATE_REFUSAL_WORDS[read.refusal]}`;
  faults.push({ field, text, parts: read.fields });
  return null;
}

/** What the date is called on the page and in its faults. */
export function dateFieldLabel(field: DateField, kind: PaperKind): string {
  if (field === 'termFrom') return 'First day of the tenancy';
  if (field === 'termTo') return 'Last day of the tenancy';
  return paperKindTerms(kind).dateLabel ?? 'Date on the paper';
}

function readReference(
  { documentReference }: TypedCheck,
  known: PaperAsKnown & { toKind: PaperKind },
  faults: CheckFault[],
): string | null {
  const kind = known.toKind;
  if (kind !== 'v5c' && kind !== 'new_keeper_slip') return null;
  // A slip's reference is never a V5C's: it does not go over to the other kind (R-V5C-2).
  if (documentReference.trim() === '') return kind === known.kind ? known.referenceLast4 : null;
  const read = readDocumentReference(kind, documentReference);
  if (read.ok) return read.last4;
  faults.push({ field: 'documentReference', text: V5C_REFERENCE_WORDS[read.refusal] });
  return null;
}
