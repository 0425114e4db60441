import { FACT_MARK_LABELS, FACT_MARKS, type PaperFindings } from '../evidence/paper-check.rules.js';
import {
  PAPER_FACT_LABELS,
  type PaperFact,
  type PaperKind,
} from '../permit-types/paper-kinds.rules.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { insetText, type TextBlockParams } from '../platform/web/components/messages.js';
import { fieldId } from './check-paper.rules.js';
import { declaredFact, type Declared } from './declared-facts.rules.js';
import {
  acceptableDates,
  type Explained,
  freshnessExplained,
  termExplained,
} from './shown-check.rules.js';
import {
  type CheckFault,
  type CheckField,
  type DateField,
  dateFieldLabel,
  type TypedCheck,
} from './typed-check.rules.js';

/** One fact of a paper: what was declared, its mark, and what has to be typed off the paper. */
export interface FactBlock {
  mark: ChoicesParams;
  why: InputParams;
  dates: DateInputParams[];
  reference: InputParams | null;
  /** How good the date or term is, once known. */
  explained: TextBlockParams | null;
  correction: LinkParams | null;
}

export interface FactsView {
  kind: PaperKind;
  typed: TypedCheck;
  faults: readonly CheckFault[];
  /** What could be read of the form, for the sentences that explain it. */
  findings: PaperFindings;
  declared: Declared;
  permitTypeCode: string;
  correctionHref: string;
}

export function factBlock(fact: PaperFact, view: FactsView): FactBlock {
  const explained = explain(fact, view);
  return {
    mark: mark(fact, view),
    why: why(fact, view),
    dates: datesOf(fact).map((field) => date(field, view)),
    reference: fact === 'document_reference' ? reference(view) : null,
    explained: explained && explanation(explained),
    correction:
      fact === 'registration'
        ? link('Correct the registration declared', view.correctionHref)
        : null,
  };
}

function mark(fact: PaperFact, { kind, typed, faults, declared }: FactsView): ChoicesParams {
  return radios({
    name: `mark[${fact}]`,
    id: fieldId(`mark.${fact}`),
    fieldset: { legend: PAPER_FACT_LABELS[fact], classes: 'desk-mark__fact' },
    hint: { text: declaredFact(fact, kind, declared), classes: 'desk-mark__declared' },
    error: faultText(faults, `mark.${fact}`),
    value: typed.mark[fact] ?? null,
    items: FACT_MARKS.map((value) => ({ value, text: FACT_MARK_LABELS[value] })),
    inline: true,
    small: true,
  });
}

function why(fact: PaperFact, { typed, faults }: FactsView): InputParams {
  return input({
    name: `why[${fact}]`,
    id: fieldId(`why.${fact}`),
    label: `Why the variation in “${PAPER_FACT_LABELS[fact]}” is acceptable`,
    value: typed.why[fact] ?? '',
    error: faultText(faults, `why.${fact}`),
    groupClasses: 'desk-mark__why',
  });
}

function datesOf(fact: PaperFact): DateField[] {
  if (fact === 'date') return ['datedOn'];
  return fact === 'term' ? ['termFrom', 'termTo'] : [];
}

function date(field: DateField, { kind, typed, faults, findings }: FactsView): DateInputParams {
  const fault = faults.find((one) => one.field === field);
  const { day = '', month = '', year = '' } = typed[field];
  const classes = 'desk-date__box';
  return dateInput({
    id: field,
    fieldset: { legend: dateFieldLabel(field, kind), classes: 'desk-date' },
    hint: dateHint(field, kind, findings),
    error: fault?.text ?? null,
    ...(fault?.parts ? { errorParts: fault.parts } : {}),
    values: { day, month, year },
    parts: (['day', 'month', 'year'] as const).map((part) => ({
      part,
      name: `${field}[${part}]`,
      groupClasses: classes,
    })),
  });
}

function dateHint(field: DateField, kind: PaperKind, { receivedOn }: PaperFindings): string | null {
  if (field === 'datedOn') return acceptableDates(kind, receivedOn);
  return field === 'termTo' ? 'Leave empty when the agreement names no end.' : null;
}

function reference({ kind, typed, faults, findings }: FactsView): InputParams {
  const digits = kind === 'new_keeper_slip' ? 12 : 11;
  const kept = findings.referenceLast4;
  return input({
    name: 'documentReference',
    label: `Document reference, ${digits} digits`,
    hint: kept ? `Ends ${kept}. Leave empty to keep it.` : 'Only the last four digits are kept.',
    value: typed.documentReference,
    error: faultText(faults, 'documentReference'),
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: false,
    ...(kept ? { attributes: { 'data-may-be-empty': true } } : {}),
    classes: 'govuk-input--width-10',
  });
}

function explain(fact: PaperFact, { findings, permitTypeCode }: FactsView): Explained | null {
  if (fact === 'date') return freshnessExplained(findings);
  return fact === 'term' ? termExplained(findings, permitTypeCode) : null;
}

function explanation({ isGood, words }: Explained): TextBlockParams {
  return insetText(words, {
    classes: isGood ? 'desk-explained' : 'desk-explained desk-explained--bad',
  });
}

function faultText(faults: readonly CheckFault[], field: CheckField): string | null {
  return faults.find((fault) => fault.field === field)?.text ?? null;
}
