import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { MOST_REASON_WORDS } from '../decisions/rejection-reasons.rules.js';
import { moneyReleased } from '../letters/money-words.rules.js';
import {
  characterCount,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import type { DetailsParams } from '../platform/web/components/messages.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
import type { OwnWords } from './chosen-reasons.rules.js';
import { reasonGroups } from './reason-groups.presenter.js';

/** What the officer chose and typed, or what the marks suggest on a fresh form. */
export interface RejectionDraft extends OwnWords {
  reasons: readonly string[];
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
    groups: reasonGroups(file.papers, draft, errors),
    words: characterCount({
      name: 'words',
      label: 'Your own words',
      hint: 'Only for “another reason” about the application. Will be sent to the resident.',
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
