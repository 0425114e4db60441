import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import {
  MOST_REASON_WORDS,
  type ReasonCode,
  reasonKey,
  reasonsFor,
  reasonTerms,
} from '../decisions/rejection-reasons.rules.js';
import { moneyReleased } from '../letters/money-words.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { nested } from '../platform/web/component-types.js';
import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import {
  characterCount,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import { details, type DetailsParams } from '../platform/web/components/messages.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';

/** What the officer chose and typed, or what the marks suggest on a fresh form. */
export interface RejectionDraft {
  reasons: readonly string[];
  words: string;
  privateNote: string;
}

export interface RejectionPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  action: string;
  caseForm: CaseFormFields;
  suggestedNote: string | null;
  groups: DetailsParams[];
  words: TextareaParams;
  privateNote: TextareaParams;
  moneySentence: string;
  check: ButtonParams;
}

interface Choosing {
  file: CaseFile;
  now: Date;
  caseForm: CaseFormFields;
  draft: RejectionDraft;
  errors: readonly FieldError[];
  /** How many reasons the failed marks suggested. */
  suggested: number;
}

export function rejectionPage({
  file,
  now,
  caseForm,
  draft,
  errors,
  suggested,
}: Choosing): RejectionPage {
  const { reference } = file.application;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  return {
    title: `Reject ${reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    bar: caseBar(file, now),
    action: `/applications/${reference}/rejection`,
    caseForm,
    suggestedNote: suggested > 0 ? 'Ticked already: what your marks on the papers suggest.' : null,
    groups: reasonGroups(file, draft.reasons, errorOf('reasons')),
    words: characterCount({
      name: 'words',
      label: 'Your own words',
      hint: 'Only for “another reason”. Will be sent to the resident.',
      value: draft.words,
      error: errorOf('words'),
      maxlength: MOST_REASON_WORDS,
      rows: 4,
    }),
    privateNote: textarea({
      name: 'privateNote',
      label: 'Private note',
      hint: 'For colleagues. Never sent.',
      value: draft.privateNote,
      error: errorOf('privateNote'),
      rows: 2,
    }),
    moneySentence: moneyReleased(moneyOf(file.payment)),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

/** One group of reasons for each paper and one for the application; open where something is ticked. */
function reasonGroups(
  file: CaseFile,
  ticked: readonly string[],
  error: string | null,
): DetailsParams[] {
  const groups = [
    ...file.papers.map(({ paperId, kind, position }) => ({
      id: `paper-${position}-reasons`,
      legend: `Paper ${position}: ${paperKindTerms(kind).label}`,
      items: reasonItems(kind, paperId),
    })),
    { id: 'reasons', legend: 'The application itself', items: reasonItems(null, null) },
  ];
  return groups.map(({ id, legend, items }) => {
    const chosen = items.filter(({ value }) => ticked.includes(value));
    const isError = error !== null && id === 'reasons';
    const summary = chosen.length > 0 ? `${legend} – ${chosen.length} ticked` : legend;
    const isOpen = chosen.length > 0 || isError;
    return details(
      summary,
      nested(
        'components/checkboxes',
        tickList({ id, legend, items, ticked, error: isError ? error : null }),
      ),
      {
        open: isOpen,
      },
    );
  });
}

interface TickList {
  id: string;
  legend: string;
  items: { value: string; text: string }[];
  ticked: readonly string[];
  error: string | null;
}

function tickList({ id, legend, items, ticked, error }: TickList): ChoicesParams {
  return checkboxes({
    name: 'reasons',
    id,
    fieldset: { legend: { text: `Reasons: ${legend}`, classes: 'govuk-visually-hidden' } },
    error,
    classes: 'govuk-checkboxes--small',
    items,
    values: ticked.filter((value) => items.some((item) => item.value === value)),
  });
}

function reasonItems(paperKind: PaperKind | null, paperId: string | null) {
  return reasonsFor(paperKind).map((code: ReasonCode) => ({
    value: reasonKey({ code, paperKind, paperId }),
    text: reasonTerms(code).label,
  }));
}
